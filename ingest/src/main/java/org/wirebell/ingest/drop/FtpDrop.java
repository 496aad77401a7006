package org.wirebell.ingest.drop;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.ParserInitializationException;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;
import org.wirebell.ingest.web.Trust;

/**
 * FTP and FTPS through Commons Net, always passive and binary, the data connections encrypted too. Times come from
 * {@code MLSD}, else from {@code MDTM}, else from the listing, which is then not trusted.
 */
final class FtpDrop implements Drop {
    private static final Duration UNSETTLED = Duration.ofHours(1);
    /** What servers answer to LIST where there is nothing to list. */
    private static final Set<Integer> NOTHING = Set.of(450, 550);

    private final DropConfig config;
    private final SignIn signIn;
    private final Limits limits;
    private final SSLContext trust;
    /** What MDTM said of a listed file, so that it is not asked at every look. */
    private Map<DroppedFile, DroppedFile> exact = Map.of();

    FtpDrop(DropConfig config, SignIn signIn, Limits limits) {
        this.config = config;
        this.signIn = signIn;
        this.limits = limits;
        this.trust = Trust.context(config.trustFile());
    }

    @Override
    public Visit open() throws Outage {
        return new Open();
    }

    private FTPClient connected() throws Outage {
        var client = config.scheme() == DropConfig.Scheme.FTPS ? encrypted() : new FTPClient();
        client.setConnectTimeout((int) limits.connect().toMillis());
        client.setDefaultTimeout((int) limits.deadline().toMillis());
        client.setDataTimeout(limits.deadline());
        client.setAutodetectUTF8(true);
        try {
            client.connect(config.url().getHost(), config.port());
            signIn(client);
            return client;
        } catch (IOException e) {
            disconnect(client);
            throw Outage.of(config.where(), e);
        }
    }

    private FTPClient encrypted() {
        var client = new DataTls(config.tlsFromTheFirstByte(), trust);
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private void signIn(FTPClient client) throws IOException {
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw refused(client, "does not take us");
        }
        if (!client.login(signIn.user(), signIn.password())) {
            throw refused(client, "refuses " + signIn.user());
        }
        if (client instanceof DataTls secured) {
            secured.protectData();
        }
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        if (!config.folder().equals(".") && !client.changeWorkingDirectory(config.folder())) {
            throw refused(client, "does not let us into " + config.folder());
        }
    }

    private Outage refused(FTPClient client, String what) {
        var detail =
                config.where() + " " + what + ": " + client.getReplyString().strip();
        return new Outage(Why.DENIED, detail, new IOException(detail));
    }

    private static void disconnect(FTPClient client) {
        try {
            client.disconnect();
        } catch (IOException _) {
            return; // gone, which is what was wanted
        }
    }

    private interface Step<T> {
        T result() throws IOException;
    }

    private final class Open implements Visit {
        private FTPClient client = connected();

        Open() throws Outage {}

        @Override
        public List<DroppedFile> list() throws Outage {
            return asked(() -> client.hasFeature("MLST") ? machineListing() : listing());
        }

        private List<DroppedFile> machineListing() throws IOException {
            var files = client.mlistDir();
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw refused(client, "lists nothing");
            }
            return files(files, true);
        }

        private List<DroppedFile> listing() throws IOException {
            var files = files(client.listFiles(), false);
            if (!FTPReply.isPositiveCompletion(client.getReplyCode()) && !NOTHING.contains(client.getReplyCode())) {
                throw refused(client, "lists nothing");
            }
            if (!client.hasFeature("MDTM")) {
                return files;
            }
            var times = new LinkedHashMap<DroppedFile, DroppedFile>();
            for (var file : files) {
                var known = exact.get(file);
                times.put(file, known == null ? timed(file) : known);
            }
            exact = settled(times);
            return List.copyOf(times.values());
        }

        /** Without the newest ones: those may be written anew within the minute, and the listing would not tell. */
        private static Map<DroppedFile, DroppedFile> settled(Map<DroppedFile, DroppedFile> times) {
            var newest = times.values().stream().map(DroppedFile::changed).max(Comparator.naturalOrder());
            var settled = new HashMap<>(times);
            settled.values()
                    .removeIf(file -> !file.exact()
                            || Duration.between(file.changed(), newest.orElseThrow())
                                            .compareTo(UNSETTLED)
                                    < 0);
            return Map.copyOf(settled);
        }

        private List<DroppedFile> files(FTPFile[] files, boolean precise) throws IOException {
            var found = new ArrayList<DroppedFile>();
            for (var file : files) {
                if (file != null && file.isFile() && config.takes(file.getName())) {
                    found.add(dropped(file, file.getName(), precise));
                }
            }
            return found;
        }

        private DroppedFile dropped(FTPFile file, String name, boolean precise) throws IOException {
            var changed = Optional.ofNullable(file.getTimestampInstant());
            var size = file.getSize() >= 0 ? file.getSize() : size(name); // the fact may be missing from a listing
            return new DroppedFile(name, size, changed.orElse(Instant.EPOCH), precise && changed.isPresent());
        }

        private long size(String name) throws IOException {
            var size = client.getSize(name);
            return size == null ? 0 : Long.parseLong(size.strip());
        }

        private DroppedFile timed(DroppedFile file) throws IOException {
            var time = client.mdtmInstant(file.name());
            return time == null ? file : new DroppedFile(file.name(), file.size(), time, true);
        }

        @Override
        public Optional<DroppedFile> now(DroppedFile file) throws Outage {
            return asked(() -> {
                if (client.hasFeature("MLST")) {
                    var found = client.mlistFile(file.name());
                    return found == null ? Optional.empty() : Optional.of(dropped(found, file.name(), true));
                }
                return listing().stream()
                        .filter(found -> found.name().equals(file.name()))
                        .findFirst();
            });
        }

        @Override
        public byte[] raw(DroppedFile file, int most) throws Outage {
            return asked(() -> {
                var raw = transferred(file, most);
                if (raw.length < most) {
                    finished(file);
                } else { // quicker, and surer, than to have the rest of it stopped
                    disconnect(client);
                    client = connected();
                }
                return raw;
            });
        }

        private byte[] transferred(DroppedFile file, int most) throws IOException {
            try (var in = client.retrieveFileStream(file.name())) {
                if (in == null) {
                    throw refused(client, "does not give out " + file.name());
                }
                return in.readNBytes(most);
            }
        }

        private void finished(DroppedFile file) throws IOException {
            if (!client.completePendingCommand()) {
                throw new IOException(file.name() + " did not come whole: "
                        + client.getReplyString().strip());
            }
        }

        @Override
        public void delete(DroppedFile file) throws Outage {
            asked(() -> {
                if (!client.deleteFile(file.name())) {
                    throw refused(client, "does not delete " + file.name());
                }
                return file;
            });
        }

        @Override
        public void move(DroppedFile file) throws Outage {
            var folder = config.moveTo().orElseThrow();
            asked(() -> {
                client.makeDirectory(folder); // most often it is there
                if (!client.rename(file.name(), free(folder + "/" + file.name()))) {
                    throw refused(client, "does not move " + file.name() + " to " + folder);
                }
                return file;
            });
        }

        private String free(String path) throws IOException {
            var free = path;
            for (int i = 2; client.getSize(free) != null; i++) {
                free = path + "." + i;
            }
            return free;
        }

        private <T> T asked(Step<T> step) throws Outage {
            try {
                return step.result();
            } catch (IOException | ParserInitializationException | NumberFormatException e) {
                throw Outage.of(config.where(), e);
            }
        }

        @Override
        public void close() {
            disconnect(client);
        }
    }
}

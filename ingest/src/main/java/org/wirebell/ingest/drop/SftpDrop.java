package org.wirebell.ingest.drop;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;

/** SFTP through Apache MINA SSHD. Only a server whose key the operator named is spoken to; nothing of {@code ~/.ssh} counts. */
final class SftpDrop implements Drop {
    private final DropConfig config;
    private final SignIn signIn;
    private final Limits limits;
    private final List<KeyPair> keys;

    SftpDrop(DropConfig config, SignIn signIn, Limits limits) {
        this.config = config;
        this.signIn = signIn;
        this.limits = limits;
        this.keys = config.keyFile().map(file -> keys(file, signIn.password())).orElse(List.of());
        config.knownHosts().filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new IllegalArgumentException("known-hosts: " + file + " cannot be read");
        });
    }

    private static List<KeyPair> keys(Path file, String passphrase) {
        try (var in = Files.newInputStream(file)) {
            var found = SecurityUtils.loadKeyPairIdentities(
                    null, new PathResource(file), in, FilePasswordProvider.of(passphrase));
            var keys = new ArrayList<KeyPair>();
            if (found != null) {
                found.forEach(keys::add);
            }
            if (keys.isEmpty()) {
                throw new IOException("holds no private key that we can use");
            }
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("key-file: " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Visit open() throws Outage {
        var refused = new ArrayList<String>();
        var client = client(refused);
        client.start();
        try {
            var session = client.connect(signIn.user(), config.url().getHost(), config.port())
                    .verify(limits.connect())
                    .getSession();
            if (keys.isEmpty()) {
                session.addPasswordIdentity(signIn.password());
            }
            keys.forEach(session::addPublicKeyIdentity);
            session.auth().verify(limits.deadline());
            return new Open(client, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException e) {
            client.stop();
            throw notLetIn(e, refused);
        }
    }

    private Outage notLetIn(IOException e, List<String> refused) {
        if (!refused.isEmpty()) {
            return new Outage(
                    Why.TLS, config.where() + " shows the key " + refused.getFirst() + ", which is not known", e);
        }
        return e instanceof SshException && String.valueOf(e.getMessage()).contains("authentication")
                ? new Outage(Why.DENIED, config.where() + " refuses " + signIn.user() + ": " + e.getMessage(), e)
                : ended(e);
    }

    private SshClient client(List<String> refused) {
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setNioWorkers(1);
        client.setServerKeyVerifier((session, address, key) -> {
            var known = verifier().verifyServerKey(session, address, key);
            if (!known) {
                refused.add(fingerprint(key));
            }
            return known;
        });
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, limits.connect());
        CoreModuleProperties.AUTH_TIMEOUT.set(client, limits.deadline());
        CoreModuleProperties.IDLE_TIMEOUT.set(client, limits.deadline());
        return client;
    }

    private ServerKeyVerifier verifier() {
        return config.knownHosts()
                .<ServerKeyVerifier>map(
                        file -> new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, file))
                .orElse((_, _, key) -> config.hostKeys().stream()
                        .map(known -> known.replaceAll("=$", ""))
                        .anyMatch(fingerprint(key)::equals));
    }

    private static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    private interface Step<T> {
        T result() throws IOException;
    }

    private final class Open implements Visit {
        private final SshClient client;
        private final SftpClient sftp;

        Open(SshClient client, SftpClient sftp) {
            this.client = client;
            this.sftp = sftp;
        }

        @Override
        public List<DroppedFile> list() throws Outage {
            return asked(
                    () -> StreamSupport.stream(sftp.readDir(config.folder()).spliterator(), false)
                            .filter(entry -> entry.getAttributes().isRegularFile() && config.takes(entry.getFilename()))
                            .map(entry -> dropped(entry.getFilename(), entry.getAttributes()))
                            .toList());
        }

        @Override
        public Optional<DroppedFile> now(DroppedFile file) throws Outage {
            return asked(() -> found(path(file)).map(attributes -> dropped(file.name(), attributes)));
        }

        private Optional<SftpClient.Attributes> found(String path) throws IOException {
            try {
                return Optional.of(sftp.lstat(path));
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        @Override
        public byte[] raw(DroppedFile file, int most) throws Outage {
            return asked(() -> {
                try (var in = sftp.read(path(file))) {
                    return in.readNBytes(most);
                }
            });
        }

        @Override
        public void delete(DroppedFile file) throws Outage {
            asked(() -> {
                sftp.remove(path(file));
                return file;
            });
        }

        @Override
        public void move(DroppedFile file) throws Outage {
            var to = config.moveTo().orElseThrow();
            var folder = to.startsWith("/") ? to : config.folder() + "/" + to;
            asked(() -> {
                if (found(folder).isEmpty()) {
                    sftp.mkdir(folder);
                }
                sftp.rename(path(file), free(folder + "/" + file.name()));
                return file;
            });
        }

        private String free(String path) throws IOException {
            var free = path;
            for (int i = 2; found(free).isPresent(); i++) {
                free = path + "." + i;
            }
            return free;
        }

        private String path(DroppedFile file) {
            return config.folder() + "/" + file.name();
        }

        private <T> T asked(Step<T> step) throws Outage {
            try {
                return step.result();
            } catch (UncheckedIOException e) { // a listing fails where it is walked through
                throw outage(Optional.ofNullable(e.getCause()).orElseThrow());
            } catch (IOException e) {
                throw outage(e);
            }
        }

        @Override
        public void close() {
            client.stop();
        }
    }

    private Outage outage(IOException e) {
        return e instanceof SftpException said
                ? new Outage(why(said), config.where() + ": " + said.getMessage(), e)
                : ended(e);
    }

    private static Why why(SftpException e) {
        return switch (e.getStatus()) {
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST -> Why.UNREACHABLE;
            default -> Why.DENIED;
        };
    }

    /** This library makes an IOException of an interrupt, and forgets it. */
    private Outage ended(IOException e) {
        if (e instanceof InterruptedIOException && !(e instanceof SocketTimeoutException)) {
            Thread.currentThread().interrupt();
        }
        return Outage.of(config.where(), e);
    }

    private static DroppedFile dropped(String name, SftpClient.Attributes attributes) {
        var changed = Optional.ofNullable(attributes.getModifyTime());
        return new DroppedFile(
                name,
                attributes.getSize(),
                changed.map(time -> time.toInstant()).orElse(Instant.EPOCH),
                changed.isPresent());
    }
}

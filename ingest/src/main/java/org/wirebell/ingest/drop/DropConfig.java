package org.wirebell.ingest.drop;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.ingest.due.Settling;
import org.wirebell.ingest.web.Limits;

/**
 * A folder on a server that files are dropped into. Passwords are in environment variables or files, never here.
 *
 * @param url {@code ftp://}, {@code ftps://} or {@code sftp://} host and path. FTPS asks for TLS in the connection; on port
 *     990 it is there from the first byte
 * @param passwordEnv also where the passphrase of {@code keyFile} is
 * @param keyFile private key for SFTP, PEM or OpenSSH
 * @param hostKeys for SFTP: fingerprints of the server's key as {@code ssh-keygen -l} shows them, {@code SHA256:…}
 * @param knownHosts for SFTP: a file as OpenSSH keeps it
 * @param trustFile for FTPS: PEM certificates that are believed instead of those of the Java runtime
 * @param every how often it is looked at; a file is taken when two looks found it the same. Ten seconds when absent
 * @param pattern of the names that are taken, with {@code *}, {@code ?} and {@code {a,b}}; all when absent
 * @param after what becomes of a file that was taken whole; it is left where it is when absent
 * @param moveTo folder for it; seen from {@code url}'s, unless it begins with a slash
 * @param files so many are taken at most in one look; 100 when absent
 */
public record DropConfig(
        URI url,
        Optional<String> user,
        Optional<String> userEnv,
        Optional<String> passwordEnv,
        Optional<Path> passwordFile,
        Optional<Path> keyFile,
        List<String> hostKeys,
        Optional<Path> knownHosts,
        Optional<Path> trustFile,
        Optional<Duration> every,
        Optional<String> pattern,
        Optional<After> after,
        Optional<String> moveTo,
        Optional<Integer> files,
        Optional<String> language,
        Optional<ZoneId> zone) {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int FILES = 100;
    private static final int IMPLICIT_TLS = 990;

    /** What becomes of a file that was taken whole. */
    public enum After {
        LEAVE,
        DELETE,
        MOVE
    }

    /** The protocols. */
    public enum Scheme {
        FTP(21),
        FTPS(21),
        SFTP(22);

        final int port;

        Scheme(int port) {
            this.port = port;
        }
    }

    public DropConfig {
        var scheme = scheme(url);
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url must name a host, was " + url);
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "url must hold host, port and path only; the user goes into user or user-env");
        }
        if (user.isPresent() && userEnv.isPresent()) {
            throw new IllegalArgumentException("give either user or user-env");
        }
        if (passwordEnv.isPresent() && passwordFile.isPresent()) {
            throw new IllegalArgumentException("give either password-env or password-file");
        }
        hostKeys = List.copyOf(hostKeys);
        if (scheme == Scheme.SFTP) {
            checkSftp(
                    user.or(() -> userEnv), passwordEnv.isPresent() || passwordFile.isPresent() || keyFile.isPresent());
            checkHostKeys(hostKeys, knownHosts);
        } else if (keyFile.isPresent() || knownHosts.isPresent() || !hostKeys.isEmpty()) {
            throw new IllegalArgumentException("key-file, host-keys and known-hosts are for sftp:// only");
        }
        if (trustFile.isPresent() && scheme != Scheme.FTPS) {
            throw new IllegalArgumentException("trust-file is for ftps:// only");
        }
        every.ifPresent(look -> Limits.positive("every", look));
        pattern.ifPresent(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
        if (after.orElse(After.LEAVE)
                == After.MOVE
                != moveTo.filter(to -> !to.isBlank()).isPresent()) {
            throw new IllegalArgumentException("after: move and move-to go together");
        }
        if (files.isPresent() && files.get() < 1) {
            throw new IllegalArgumentException("files must be at least 1, was " + files.get());
        }
    }

    private static Scheme scheme(URI url) {
        return Arrays.stream(Scheme.values())
                .filter(known -> known.name().equalsIgnoreCase(url.getScheme()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("url must start with ftp://, ftps:// or sftp://, was " + url));
    }

    private static void checkSftp(Optional<String> user, boolean secret) {
        if (user.isEmpty() || !secret) {
            throw new IllegalArgumentException("sftp:// needs a user, and password-env, password-file or key-file");
        }
    }

    private static void checkHostKeys(List<String> hostKeys, Optional<Path> knownHosts) {
        if (hostKeys.isEmpty() == knownHosts.isEmpty()) {
            throw new IllegalArgumentException(
                    "sftp:// needs host-keys or known-hosts: a server that nobody knows is not to be trusted");
        }
        for (var key : hostKeys) {
            if (!key.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                throw new IllegalArgumentException("host-keys are written SHA256:…, was " + key);
            }
        }
    }

    public Scheme scheme() {
        return scheme(url);
    }

    public int port() {
        return url.getPort() > 0 ? url.getPort() : scheme().port;
    }

    boolean tlsFromTheFirstByte() {
        return scheme() == Scheme.FTPS && port() == IMPLICIT_TLS;
    }

    /** The folder on the server. A path that begins with {@code /~/} starts where the server puts the user. */
    public String folder() {
        var path = Optional.ofNullable(url.getPath()).orElse("");
        return path.isEmpty() || path.equals("/~") || path.equals("/~/")
                ? "."
                : path.startsWith("/~/") ? path.substring(3) : path;
    }

    /** Host and port, for people. */
    public String where() {
        return url.getHost() + ":" + port();
    }

    public Duration look() {
        return every.orElse(LOOK);
    }

    public int mostFiles() {
        return files.orElse(FILES);
    }

    public After afterwards() {
        return after.orElse(After.LEAVE);
    }

    /** Whether a file of this name is for us, and may be whole. */
    public boolean takes(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.chars().anyMatch(c -> c < ' ')) {
            return false; // no file of this folder, whatever the server says
        }
        return Settling.looksWhole(name)
                && pattern.map(glob -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob)
                                .matches(Path.of(name)))
                        .orElse(true);
    }

    /** Where it is, for people and for the state that a restart resumes from. */
    public String address() {
        return scheme().name().toLowerCase(Locale.ROOT) + "://" + where() + "/" + folder();
    }
}

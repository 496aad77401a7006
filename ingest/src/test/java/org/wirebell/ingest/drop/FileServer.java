package org.wirebell.ingest.drop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.wirebell.ingest.web.Certificate;

/** A real file server on loopback, over a folder of this machine. */
public final class FileServer implements AutoCloseable {
    public static final String USER = "wires";
    public static final String PASSWORD = "ahoy";

    /** The ways in which a server may serve. */
    public enum Kind {
        FTP,
        /** Knows neither MLSD nor MLST, as old ones do. */
        OLD_FTP,
        FTPS,
        SFTP
    }

    private final Kind kind;
    private final Path root;
    private final Path keep;
    private int port;
    private String hostKey = "";
    private String publicKey = "";
    private Optional<Path> trust = Optional.empty();
    private AutoCloseable running = () -> {};

    private FileServer(Kind kind, Path root, Path keep) {
        this.kind = kind;
        this.root = root;
        this.keep = keep;
    }

    /** @param keep where its keys and certificates are, so that a second start shows the same */
    public static FileServer start(Kind kind, Path root, Path keep, int port) throws IOException, InterruptedException {
        var server = new FileServer(kind, root, keep);
        Files.createDirectories(root);
        Files.createDirectories(keep);
        try {
            if (kind == Kind.SFTP) {
                server.ssh(port);
            } else {
                server.ftp(port);
            }
        } catch (FtpException e) {
            throw new IOException(e);
        }
        return server;
    }

    private void ssh(int at) throws IOException {
        var ssh = SshServer.setUpDefaultServer();
        ssh.setHost("127.0.0.1");
        ssh.setPort(at);
        var keys = new SimpleGeneratorHostKeyProvider(keep.resolve("host.key"));
        keys.setAlgorithm("EC");
        ssh.setKeyPairProvider(keys);
        ssh.setPasswordAuthenticator((user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        ssh.setPublickeyAuthenticator((user, _, _) -> user.equals(USER));
        ssh.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        ssh.setFileSystemFactory(new VirtualFileSystemFactory(root));
        ssh.start();
        port = ssh.getPort();
        var key = key(keys);
        hostKey = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        publicKey = PublicKeyEntry.toString(key);
        running = () -> ssh.stop(true);
    }

    private static PublicKey key(KeyPairProvider keys) throws IOException {
        try {
            return keys.loadKeys(null).iterator().next().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void ftp(int at) throws FtpException, IOException, InterruptedException {
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(at);
        if (kind == Kind.FTPS) {
            var store = keep.resolve("localhost.p12");
            var certificate = Files.exists(store)
                    ? new Certificate(store, keep.resolve("localhost.pem"))
                    : Certificate.of(keep, "localhost");
            var tls = new SslConfigurationFactory();
            tls.setKeystoreFile(certificate.store().toFile());
            tls.setKeystorePassword(Certificate.PASSWORD);
            tls.setKeystoreType("PKCS12");
            listener.setSslConfiguration(tls.createSslConfiguration());
            trust = Optional.of(certificate.pem());
        }
        var factory = new FtpServerFactory();
        if (kind == Kind.OLD_FTP) {
            var commands = new CommandFactoryFactory();
            commands.addCommand("FEAT", says(211, "features:\n MDTM\n SIZE\n end"));
            commands.addCommand("MLSD", says(502, "not implemented"));
            commands.addCommand("MLST", says(502, "not implemented"));
            factory.setCommandFactory(commands.createCommandFactory());
        }
        var user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        var made = listener.createListener();
        factory.setListeners(new HashMap<>(Map.of("default", made))); // it is cleared on stop
        FtpServer ftp = factory.createServer();
        ftp.start();
        port = made.getPort();
        running = ftp::stop;
    }

    private static Command says(int code, String text) {
        return (session, _, _) -> session.write(new DefaultFtpReply(code, text.split("\n")));
    }

    public int port() {
        return port;
    }

    public String hostKey() {
        return hostKey;
    }

    /** Its key as a line of known hosts has it. */
    public String publicKey() {
        return publicKey;
    }

    /** Settings for this server, its own key or certificate trusted. */
    public DropConfig config(DropConfig.After after, int files) {
        return config(hostKey, trust, after, files);
    }

    public DropConfig config(String knownKey, Optional<Path> trusted, DropConfig.After after, int files) {
        var scheme = kind == Kind.OLD_FTP ? "ftp" : kind.name().toLowerCase(java.util.Locale.ROOT);
        return new DropConfig(
                URI.create(scheme + "://" + (kind == Kind.FTPS ? "localhost" : "127.0.0.1") + ":" + port + "/in"),
                Optional.of(USER),
                Optional.empty(),
                Optional.of("PASSWORD"),
                Optional.empty(),
                Optional.empty(),
                knownKey.isEmpty() ? List.of() : List.of(knownKey),
                Optional.empty(),
                trusted,
                Optional.empty(),
                Optional.of("*.{xml,bin}"),
                Optional.of(after),
                after == DropConfig.After.MOVE ? Optional.of("done") : Optional.empty(),
                Optional.of(files),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (Exception e) { // whatever a server's own closing throws
            throw new IllegalStateException(e);
        }
    }
}

package org.wirebell.app;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on loopback that shows a certificate which nobody has signed, and says nothing more. */
public final class TlsServer implements AutoCloseable {
    private static final String PASSWORD = "only-for-tests";

    private final SSLServerSocket server;

    private TlsServer(SSLServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::greet);
    }

    /** @param days so long is the certificate good from now on */
    public static TlsServer start(Path folder, int days) throws IOException, InterruptedException {
        var file = folder.resolve("certificate-" + days + ".p12");
        var made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, "keytool", ".log").toFile())
                .start()
                .waitFor();
        if (made != 0) {
            throw new IOException("keytool ended with " + made);
        }
        try (var stored = new FileInputStream(file.toFile())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return new TlsServer((SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getByName("127.0.0.1")));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    private void greet() {
        while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
            } catch (IOException _) {
                continue; // closed, or a guest who left early
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

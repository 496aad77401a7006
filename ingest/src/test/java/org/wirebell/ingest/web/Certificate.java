package org.wirebell.ingest.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A self-signed certificate for one host name, made by the JDK's own tool: a key store for servers, a PEM file for clients. */
public record Certificate(Path store, Path pem) {
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    public static Certificate of(Path folder, String host) throws IOException, InterruptedException {
        var store = folder.resolve(host + ".p12");
        var pem = folder.resolve(host + ".pem");
        keytool(
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-validity",
                "30");
        Files.writeString(pem, pem(store));
        return new Certificate(store, pem);
    }

    private static String pem(Path store) throws IOException {
        try {
            var certificate = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray())
                    .getCertificate(ALIAS)
                    .getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        var log = Files.createTempFile("keytool", ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(Files.readString(log));
        }
        Files.delete(log);
    }
}

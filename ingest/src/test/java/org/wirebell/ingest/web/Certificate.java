package org.wirebell.ingest.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A self-signed certificate for one host name, made by the JDK's own tool: a key store for servers, a PEM file for clients. */
public record Certificate(Path store, Path pem) {
    public static final String PASSWORD = "changeit";

    public static Certificate of(Path folder, String host) throws IOException, InterruptedException {
        var store = folder.resolve(host + ".p12");
        var pem = folder.resolve(host + ".pem");
        var common = List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD);
        keytool(
                "-genkeypair",
                common,
                List.of(
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12"));
        keytool("-exportcert", common, List.of("-rfc", "-file", pem.toString()));
        return new Certificate(store, pem);
    }

    private static void keytool(String verb, List<String> common, List<String> more)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add(verb);
        command.addAll(common);
        command.addAll(more);
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

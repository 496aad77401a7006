package org.wirebell.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;

/** Who we are to an SSH server, and whom we take it for. */
@Timeout(60)
class SftpDropTest {
    @TempDir
    private Path folder;

    private FileServer server;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("root/in"));
        Files.writeString(folder.resolve("root/in/one.xml"), "<rss/>");
        server = FileServer.start(FileServer.Kind.SFTP, folder.resolve("root"), folder.resolve("keys"), 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ecdsa-sha2-nistp256, 256, false",
        "ecdsa-sha2-nistp256, 256, true",
        "ssh-rsa, 2048, false",
        "ssh-ed25519, 256, false",
        "ssh-ed25519, 256, true"
    })
    void signsInWithAKey(String kind, int bits, boolean encrypted) throws Exception {
        var key = folder.resolve("id");
        var made = KeyUtils.generateKeyPair(kind, bits);
        var lock = new OpenSSHKeyEncryptionContext();
        lock.setPassword(FileServer.PASSWORD);
        lock.setCipherType("256");
        try (var out = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(made, "", encrypted ? lock : null, out);
        }
        var drop = drop(Optional.of(key), List.of(server.hostKey()), Optional.empty());
        try (var visit = drop.open()) {
            assertThat(visit.list()).extracting(DroppedFile::name).containsExactly("one.xml");
        }
    }

    @Test
    void refusesAKeyFileThatHoldsNone() throws IOException {
        var key = Files.writeString(folder.resolve("id"), "no key");
        assertThatThrownBy(() -> drop(Optional.of(key), List.of(server.hostKey()), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key-file: " + key);
    }

    @Test
    void believesWhatTheKnownHostsSay() throws Exception {
        var known = folder.resolve("known_hosts");
        Files.writeString(known, "");
        var drop = drop(Optional.empty(), List.of(), Optional.of(known));
        assertThatThrownBy(drop::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.TLS))
                .hasMessageContaining(server.hostKey());
        assertThat(known).as("nothing is learned by itself").isEmptyFile();
        Files.writeString(known, "[127.0.0.1]:" + server.port() + " " + server.publicKey() + "\n");
        try (var visit = drop.open()) {
            assertThat(visit.list()).hasSize(1);
        }
        server.close();
        server = FileServer.start(
                FileServer.Kind.SFTP, folder.resolve("root"), folder.resolve("other-keys"), server.port());
        assertThatThrownBy(drop::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.TLS));
    }

    private Drop drop(Optional<Path> key, List<String> hostKeys, Optional<Path> knownHosts) {
        var config = new DropConfig(
                URI.create("sftp://127.0.0.1:" + server.port() + "/in"),
                Optional.of(FileServer.USER),
                Optional.empty(),
                Optional.of("PASSWORD"),
                Optional.empty(),
                key,
                hostKeys,
                knownHosts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Drop.of(config, new Drop.SignIn(FileServer.USER, FileServer.PASSWORD), Limits.defaults());
    }
}

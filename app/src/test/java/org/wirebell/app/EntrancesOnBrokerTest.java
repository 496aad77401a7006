package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;

/** A mailbox and a drop as the configuration has them, against real servers: restarts of either side lose and repeat nothing. */
class EntrancesOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    Path folder;

    private final GreenMail post = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private FtpServer files;
    private int filesPort;

    @BeforeEach
    void open() throws Exception {
        post.start();
        post.setUser("wires@desk.example", "ahoy");
        Files.writeString(folder.resolve("password"), "ahoy\n");
        Files.createDirectories(folder.resolve("in"));
        serveFiles();
    }

    @AfterEach
    void close() {
        files.stop();
        post.stop();
    }

    @Test
    void resumesWhereItStood() throws Exception {
        var rig = Rig.of(BROKER, "entrances", folder);
        mail("pat@harbour.example", "Pier closed");
        drop("1.xml", News.rss(story("a"), story("b")));
        drop("2.xml", "no document of any kind");
        drop("3.xml", News.rss(story("c")));
        drop("4.xml.part", News.rss(story("never")));
        try (var station = start(rig)) {
            rig.until("four items", () -> rig.values(rig.topics().items()).size() == 4);
            rig.until("poison aside", () -> rig.values(rig.topics().dead()).size() == 1);
            rig.until("in order", () -> outcome(station, "coast").equals("not_modified"));
            mail("stranger@elsewhere.example", "Cheap boats");
            mail("kim@harbour.example", "Pier open");
            drop("5.xml", News.rss(story("d")));
            rig.until("six items", () -> rig.values(rig.topics().items()).size() == 6);

            files.stop();
            rig.until("away", () -> outcome(station, "coast").equals("unreachable"));
            drop("6.xml", News.rss(story("e")));
            serveFiles();
            rig.until("back", () -> rig.values(rig.topics().items()).size() == 7);
        }
        mail("pat@harbour.example", "Pier closed again");
        drop("7.xml", News.rss(story("f")));
        try (var _ = start(rig)) {
            rig.until("nine items", () -> rig.values(rig.topics().items()).size() == 9);
        }
        var items = rig.values(rig.topics().items());
        assertThat(items.stream().filter(item -> item.source().equals("coast")).map(Item::id))
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        assertThat(items.stream()
                        .filter(item -> item.source().equals("letters"))
                        .map(Item::headline))
                .containsExactlyInAnyOrder("Pier closed", "Pier open", "Pier closed again");
        assertThat(rig.values(rig.topics().dead()))
                .containsExactly("no document of any kind".getBytes(StandardCharsets.UTF_8));
    }

    private static String outcome(Station station, String source) {
        return station.sources().stream()
                .filter(state -> state.source().equals(source))
                .map(state -> state.outcome())
                .findFirst()
                .orElse("");
    }

    private Station start(Rig rig) throws IOException, InterruptedException {
        var password = "user: wires@desk.example, password-file: \"${folder}/password\"";
        return rig.start(
                EnumSet.of(Role.INGEST),
                """
                ingest:
                  mailboxes:
                    letters: {host: 127.0.0.1, port: %d, tls: none, unencrypted: true, %s, every: PT0.2S, senders: [harbour.example]}
                  drops:
                    coast: {url: "ftp://127.0.0.1:%d/in", %s, pattern: "*.xml", after: leave, every: PT0.2S}
                """.formatted(post.getImap().getPort(), password, filesPort, password),
                System.err);
    }

    private void mail(String from, String subject) {
        var smtp = new ServerSetup(post.getSmtp().getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail("wires@desk.example", from, subject, "Text of " + subject + ".", smtp);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve("in").resolve(name), text);
    }

    private static String story(String id) {
        return News.entry(
                id,
                "Harbour story " + id,
                "The harbour talked about " + id + ".",
                Instant.now().minus(Duration.ofHours(3)));
    }

    private void serveFiles() throws FtpException {
        var user = new BaseUser();
        user.setName("wires@desk.example");
        user.setPassword("ahoy");
        user.setHomeDirectory(folder.toString());
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(filesPort);
        var made = listener.createListener();
        var factory = new FtpServerFactory();
        factory.getUserManager().save(user);
        factory.setListeners(new HashMap<>(Map.of("default", made)));
        files = factory.createServer();
        files.start();
        filesPort = made.getPort();
    }
}

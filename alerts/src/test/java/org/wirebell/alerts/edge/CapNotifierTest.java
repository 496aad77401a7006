package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Golden;
import org.wirebell.model.Notice;

class CapNotifierTest {
    private static final String SENDER = "wirebell@newsroom.example";

    @TempDir
    Path folder;

    private Told told() {
        return new Told(new CapNotifier(
                new CapMessage(SENDER, Headline.Size.MIDDLE), CapNotifier.folder(folder.resolve("out"))));
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    private static String reference(String id) {
        return SENDER + "," + id + ",2026-03-01T06:01:00-00:00";
    }

    @Test
    void updatesAndCancelsReferToEverythingBefore() throws InterruptedException, IOException {
        var told = told();
        told.loud(Notice.Kind.NEW, 1);
        told.quiet(Notice.Kind.UPDATE, 2);
        told.loud(Notice.Kind.WITHDRAW, 3);
        assertThat(file("n1.xml")).contains("<msgType>Alert</msgType>").doesNotContain("<references>");
        assertThat(file("n2.xml"))
                .contains("<msgType>Update</msgType>", "<references>" + reference("n1") + "</references>");
        assertThat(file("n3.xml"))
                .contains(
                        "<msgType>Cancel</msgType>",
                        "<references>" + reference("n1") + " " + reference("n2") + "</references>",
                        "<certainty>Unknown</certainty>");
        assertThat(Files.list(folder.resolve("out"))).hasSize(3);
    }

    @Test
    void aDrillIsATestAndADigestIsNothing() throws InterruptedException, IOException {
        var told = told();
        told.loud(Notice.Kind.TEST, 1);
        assertThat(file("n1.xml")).contains("<status>Test</status>");
        assertThat(told.loud(Notice.Kind.DIGEST, 1)).isEqualTo(new Delivery.Skipped("channel_has_no_digest"));
    }

    @Test
    void saysWhoseWordsTheseAre() {
        var message = new CapMessage(SENDER, Headline.Size.FULL)
                .of(Notices.notice("n1", "it", "a1", 2, Notice.Kind.UPDATE), Optional.empty());
        assertThat(CapSchema.fault(message.xml())).isEmpty();
        Golden.check("cap.xml", message.xml().replace("><", ">\n<"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedLater() throws InterruptedException, IOException {
        var file = Files.createFile(folder.resolve("file"));
        var notifier =
                new CapNotifier(new CapMessage(SENDER, Headline.Size.FULL), CapNotifier.folder(file.resolve("below")));
        assertThat(new Told(notifier).loud(Notice.Kind.NEW, 1)).isInstanceOf(Delivery.Later.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scope>Restricted</scope>|<scope>Ours</scope>",
                "<certainty>Possible</certainty>|<certainty>Sure</certainty>",
                "-00:00</sent>|Z</sent>",
                "<identifier>n1</identifier>|<identifier>n 1</identifier>",
                "<headline>|<surprise/><headline>",
                "<event>News report: ferry</event>|"
            })
    void theSchemaRefusesWhatTheStandardForbids(String change) {
        var message = new CapMessage(SENDER, Headline.Size.FULL)
                .of(Notices.notice("n1", "it", "a1", 1, Notice.Kind.NEW), Optional.empty());
        var parts = change.split("\\|", 2);
        assertThat(message.xml()).contains(parts[0]);
        assertThat(CapSchema.fault(message.xml().replace(parts[0], parts[1]))).isPresent();
    }

    @Test
    void theSchemaReachesForNothingOutside() {
        var xml =
                "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:1/x.dtd\"><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>";
        assertThat(CapSchema.fault(xml)).isPresent();
    }
}

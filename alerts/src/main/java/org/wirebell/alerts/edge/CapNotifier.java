package org.wirebell.alerts.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Notice;

/** CAP 1.2 messages into a folder or to an address. Nothing leaves that the schema does not allow. A handle is a CAP reference. */
final class CapNotifier implements Notifier {
    private static final String TYPE = "application/cap+xml";

    private final CapMessage layout;
    private final Target target;

    CapNotifier(CapMessage layout, Target target) {
        this.layout = layout;
        this.target = target;
    }

    /** Where messages go. */
    interface Target {
        Delivery put(String identifier, byte[] xml) throws InterruptedException;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        if (notice.kind() == Notice.Kind.DIGEST) {
            return new Delivery.Skipped("channel_has_no_digest");
        }
        var message = layout.of(notice, earlier);
        var fault = CapSchema.fault(message.xml());
        if (fault.isPresent()) {
            return new Delivery.Refused("no_cap", fault.get());
        }
        var answer = target.put(message.identifier(), message.xml().getBytes(StandardCharsets.UTF_8));
        return answer instanceof Delivery.Sent sent ? new Delivery.Sent(sent.detail(), message.reference()) : answer;
    }

    /** One file each, which is whole as soon as it has its name. */
    static Target folder(Path folder) {
        return (identifier, xml) -> {
            try {
                Files.createDirectories(folder);
                var part = folder.resolve("." + identifier + ".part");
                Files.write(part, xml);
                Files.move(
                        part,
                        folder.resolve(identifier + ".xml"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                return new Delivery.Sent(identifier + ".xml");
            } catch (IOException e) {
                return new Delivery.Later(
                        Plain.line("folder " + folder + " can't be written: " + e.getMessage(), 300), Duration.ZERO);
            }
        };
    }

    static Target address(HttpUrl url, Optional<Secret> token, Duration timeout, Post post) {
        var headers = token.map(it -> Map.of("authorization", it.bearer())).orElse(Map.of());
        return (_, xml) -> post.send(Outgoing.of(url, headers, xml, TYPE, timeout));
    }
}

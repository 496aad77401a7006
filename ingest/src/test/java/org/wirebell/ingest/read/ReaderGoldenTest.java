package org.wirebell.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;

/** One invented document per format, with all that is read from it beside. */
class ReaderGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/read");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss.in.xml",
                "atom.in.xml",
                "rdf.in.xml",
                "json-feed.in.json",
                "newsml-g2.in.xml",
                "newsml-1.2.in.xml",
                "nitf.in.xml",
                "ninjs.in.json",
                "iptc7901.in.txt",
                "anpa.in.txt",
                "rfc822.in.eml",
                "html.in.html"
            })
    void reads(String file) throws IOException {
        var hints = new Hints(
                file, "", "", "https://feed.example/list", "sample", Optional.of(ZoneId.of("Europe/Oslo")), "", 100);
        var reading = Reader.read(Files.readAllBytes(FOLDER.resolve(file)), hints);
        var out = new StringBuilder("format " + reading.format() + "\n");
        reading.problem()
                .ifPresent(problem -> out.append("problem ").append(problem).append('\n'));
        reading.notes().forEach(note -> out.append("note ").append(note).append('\n'));
        out.append("title ").append(reading.title()).append('\n');
        reading.ttl().ifPresent(ttl -> out.append("ttl ").append(ttl).append('\n'));
        reading.hubs().forEach(hub -> out.append("hub ").append(hub).append('\n'));
        for (var item : reading.items()) {
            var tree = Json.tree(item);
            tree.remove("rawHash");
            out.append(tree.toPrettyString()).append('\n');
        }
        Golden.check("read/" + file.replaceFirst("\\.in\\..*", ".out.txt"), out.toString());
    }
}

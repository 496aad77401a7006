package org.wirebell.desk.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.Finding;

class ArchiveTest {
    private static final Instant AT = Instant.parse("2026-03-01T06:00:00Z");
    private final Archive archive = Archive.inMemory();

    @AfterEach
    void close() {
        archive.close();
    }

    private void put(Finding... findings) {
        for (var finding : findings) {
            archive.put(finding);
        }
        archive.refresh();
    }

    private List<String> headlines(String query) {
        return archive.search(new Search(query, Map.of(), Optional.empty(), 0, 10)).items().stream()
                .map(f -> f.item().headline())
                .toList();
    }

    @Test
    void findsWithTheLanguageOfRulesNewestFirst() {
        put(
                Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", AT),
                Shelf.item("2", "northline", "en", "Bus leaves the road", AT.plusSeconds(10)),
                Shelf.item("3", "coastwire", "en", "Ferry company fined", AT.plusSeconds(20)));
        assertThat(headlines("ferry")).containsExactly("Ferry company fined", "Ferry sinks off Port Adel");
        assertThat(headlines("headline:\"ferry sinks\" OR source:northline"))
                .containsExactly("Bus leaves the road", "Ferry sinks off Port Adel");
        assertThat(headlines("")).hasSize(3);
        assertThatThrownBy(() -> headlines("nofield:x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsTheNewestVersionOfAnItem() {
        put(Shelf.item("1", "coastwire", "en", "Three hurt", AT));
        put(Shelf.item("1", "coastwire", "en", "Four hurt", AT.plusSeconds(60)));
        assertThat(headlines("hurt")).containsExactly("Four hurt");
        var found = archive.search(new Search("hurt", Map.of(), Optional.empty(), 0, 10));
        assertThat(found.total()).isEqualTo(1);
        assertThat(archive.item("coastwire|1").orElseThrow().item().headline()).isEqualTo("Four hurt");
        assertThat(archive.item("coastwire|2")).isEmpty();
    }

    @Test
    void countsAndNarrowsByFacetsAndTime() {
        put(
                Shelf.item("1", "coastwire", "en", "Ferry one", AT),
                Shelf.item("2", "bulletin-sud", "fr", "Ferry deux", AT.plusSeconds(3_600)),
                Shelf.item("3", "coastwire", "en", "Ferry three", AT.plusSeconds(7_200)));
        var all = archive.search(new Search("ferry", Map.of(), Optional.empty(), 0, 10));
        assertThat(all.facets().get(Facet.SOURCE))
                .containsExactly(new Facet.Count("coastwire", 2), new Facet.Count("bulletin-sud", 1));
        assertThat(all.facets().get(Facet.LANGUAGE))
                .containsExactly(new Facet.Count("en", 2), new Facet.Count("fr", 1));
        var english = archive.search(new Search("ferry", Map.of(Facet.LANGUAGE, "en"), Optional.empty(), 0, 10));
        assertThat(english.total()).isEqualTo(2);
        var late = archive.search(new Search("ferry", Map.of(), Optional.of(AT.plusSeconds(1)), 0, 10));
        assertThat(late.total()).isEqualTo(2);
        var second = archive.search(new Search("ferry", Map.of(), Optional.empty(), 1, 1));
        assertThat(second.items()).extracting(f -> f.item().headline()).containsExactly("Ferry deux");
    }

    @Test
    void sharesAFolderWithAnotherDesk(@TempDir Path folder) {
        try (var one = Archive.in(folder.resolve("archive"));
                var two = Archive.in(folder.resolve("archive"))) {
            one.put(Shelf.item("1", "coastwire", "en", "Only here", AT));
            one.refresh();
            two.refresh();
            assertThat(one.item("coastwire|1")).isPresent();
            assertThat(two.item("coastwire|1")).isEmpty();
        }
    }
}

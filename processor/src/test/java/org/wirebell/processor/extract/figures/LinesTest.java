package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of {@code figures/<language>/lines.txt}, and whether they reach every section of the language's word lists. */
class LinesTest {
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar");
    private static final FigureReader READER = FigureReader.standard();

    static Stream<TestLines.Line> lines() {
        return LANGUAGES.stream().flatMap(l -> TestLines.load(l).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void readsTheLine(TestLines.Line line) {
        var figures = READER.read("", line.text(), language(line));
        assertThat(Shown.show(figures)).as(line.toString()).isEqualTo(line.figures());
        line.checks()
                .forEach((check, values) -> assertThat(Shown.check(check, figures))
                        .as("%s: %s", line, check)
                        .isEqualTo(values));
    }

    /** A section is reached when a line under its name holds one of its phrases, cut as the reader cuts them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar"})
    void everySectionHasALine(String language) {
        var reached = new LinkedHashSet<String>();
        var lines = TestLines.load(language);
        var lexicon = Lexicon.of(language);
        for (var list : List.of("numerals.txt", "triggers.txt", "nouns.txt", "cues.txt")) {
            for (var entry : WordFile.load(language + "/" + list)) {
                var phrases = phrases(entry, lexicon);
                var under = lines.stream().filter(l -> l.sections().contains(entry.section()));
                if (phrases.equals(Set.of("_")) || under.anyMatch(l -> holds(l.text(), phrases, lexicon))) {
                    reached.add(entry.section());
                }
            }
        }
        var sections = sections(language);
        assertThat(sections)
                .as(
                        "every section of %s has a line with one of its phrases in figures/%s/lines.txt",
                        language, language)
                .filteredOn(s -> !reached.contains(s))
                .isEmpty();
        assertThat(lines)
                .as("headings of figures/%s/lines.txt that name no section", language)
                .flatExtracting(TestLines.Line::sections)
                .filteredOn(s -> !s.startsWith("*") && !sections.contains(s))
                .isEmpty();
    }

    @Test
    void saysWhereALineIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLines.parse("x.txt", "[units]\nTwo dead."))
                .withMessageContaining("x.txt:2: not \"text | figures\": Two dead.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLines.parse("x.txt", "Two dead. | killed 2"))
                .withMessageContaining("x.txt:1: a line before any [section]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLines.parse("x.txt", "[units]\nTwo dead. | killed 2 | who: me"))
                .withMessageContaining("x.txt:2: no such check: who: me");
    }

    private static String language(TestLines.Line line) {
        return line.where().substring(0, 2);
    }

    private static Set<String> sections(String language) {
        return Stream.of("numerals.txt", "triggers.txt", "nouns.txt", "cues.txt")
                .flatMap(list -> WordFile.load(language + "/" + list).stream())
                .map(WordFile.Line::section)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> phrases(WordFile.Line line, Lexicon lexicon) {
        return line.phrases().stream().map(p -> folded(p, lexicon)).collect(Collectors.toSet());
    }

    private static String folded(String phrase, Lexicon lexicon) {
        return lexicon.words(phrase).stream().map(Token::word).collect(Collectors.joining(" "));
    }

    private static boolean holds(String text, Set<String> phrases, Lexicon lexicon) {
        var tokens = Tokens.of(text, 0, text.length(), lexicon.elisions());
        var cut = lexicon.language().equals("ar") ? Clitics.split(tokens, lexicon) : tokens;
        return Stream.concat(
                        lexicon.pieces(cut).stream().map(Piece::word),
                        tokens.stream().map(Token::word))
                .anyMatch(phrases::contains);
    }
}

package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Escalation;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Samples;
import org.wirebell.model.Series;
import org.wirebell.model.Update;

class QueriesTest {
    /** Of the sample: a ferry story of Coastwire, "Ferry toll rises to 31", with one figure and one signal. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                                                | matches
            ferry                                                  | yes
            FERRY                                                  | yes
            tanker                                                 | no
            tanker ferry                                           | yes
            tanker AND ferry                                       | no
            ferry AND NOT tanker                                   | yes
            ferry -sank                                            | no
            "ferry toll"                                           | yes
            "toll ferry"                                           | no
            "ferry rises"~2                                        | yes
            # no phrase reaches from the headline into the summary
            "31 the marla"                                         | no
            headline:sank                                          | no
            summary:sank                                           | yes
            body:harbour AND headline:toll                         | yes
            harb*                                                  | yes
            h?rbour                                                | yes
            harbuor~1                                              | yes
            /harbo(u)?rs?/                                        | yes
            /harbo/                                                | no
            source:/c(oast)?wire/ AND place:xx/port-adel          | yes
            subject:/2000.*/                                       | yes
            source:coastwire                                       | yes
            source:Coastwire                                       | yes
            source:coast                                           | no
            language:en                                            | yes
            place:xx/port-adel                                     | yes
            place:"Port Adel"                                      | yes
            place:xx                                               | yes
            place:xx/*                                             | yes
            place:port                                             | no
            country:xx                                             | yes
            signal:mass.casualty                                   | yes
            signal:mass.*                                          | yes
            level:6                                                | yes
            level:[4 TO *]                                         | yes
            level:{6 TO *]                                         | no
            level:-2                                               | no
            category:killed                                        | yes
            category:injured                                       | no
            claimant:harbour                                       | yes
            claimant:"harbour office"                              | yes
            figure:[30 TO 40]                                      | yes
            figure:[32 TO *]                                       | no
            credit:coastwire                                       | yes
            author:ruiz                                            | yes
            dateline:adel                                          | yes
            slug:ferry                                             | yes
            keyword:ferry                                          | yes
            subject:20000139                                       | yes
            subject:"medtop:20000139"                              | yes
            subject:"transport accident"                           | yes
            genre:current                                          | yes
            urgency:2                                              | yes
            urgency:[1 TO 2]                                       | yes
            urgency:[3 TO 9]                                       | no
            status:usable                                          | yes
            wire:update                                            | yes
            wire:kill                                              | no
            format:newsml-g2                                       | yes
            published:2026-03-01                                   | yes
            published:[2026-03-01 TO 2026-03-02]                   | yes
            published:[2026-03-01T06:00:00Z TO *]                  | yes
            published:{2026-03-01 TO *]                            | no
            received:[* TO 2026-02-28]                             | no
            *:*                                                    | yes
            *:* AND NOT source:coastwire                           | no
            (tanker OR ferry) AND level:[5 TO 6] AND place:xx      | yes
            """)
    void findsWhatIsMeant(String query, String matches) {
        assertThat(matches(query, Samples.finding())).isEqualTo(matches.equals("yes"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # query    | text                     | matches
            bogota     | Incendio en Bogotá       | yes
            Bogotá     | fire in bogota           | yes
            القاهره    | حريق في القاهرة          | yes
            ١٢         | 12 injured               | yes
            strike     | Strikes reported         | no
            strike*    | Strikes reported         | yes
            """)
    void foldsAccentsAndLetterForms(String query, String text, String matches) {
        var finding =
                new Finding(Samples.item("a", text, ""), "en", List.of(), List.of(), List.of(), "", "", "", Map.of());
        assertThat(matches(query, finding)).isEqualTo(matches.equals("yes"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                    | complaint
            ferry AND (                | unexpected end at position 12
            ferry )                    | unexpected ')' at position 7
            ferry AND OR sank          | unexpected 'OR' at position 11
            "ferry toll                | unexpected end, a quotation mark or bracket is open at position 12
            colour:red                 | no field 'colour'; known are text, headline
            ferry AND collor:red       | at position 11
            -ferry                     | it only says what to leave out, not what to find at position 1
            NOT ferry                  | it only says what to leave out
            ferry AND (-sank -toll)    | it only says what to leave out
            *erry                      | a word must not start with a wildcard at position 1
            ferry AND ?erry            | a word must not start with a wildcard at position 11
            f*                         | at least 3 letters must stand before '*' in f* at position 1
            ferry AND /f.+y/           | /f.+y/ must begin with at least 3 certain letters at position 11
            ferry AND slug:/fer+y      | a regular expression has no end at position 16
            level:/4/                  | level takes values and ranges, no wildcards
            level:high                 | level needs a whole number, was 'high' at position 7
            level:[low TO 4]           | level needs a whole number, was 'low' at position 8
            level:4*                   | level takes values and ranges, no wildcards
            published:yesterday        | published needs a date such as 2026-03-01 or an instant
            "..."                      | '...' holds no word to look for at position 2
            place:lb/khiam AND )       | unexpected ')' at position 20
            """)
    void saysWhatIsWrongAndWhere(String query, String complaint) {
        assertThatThrownBy(() -> Queries.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("query '" + query + "': ")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesEmptyAndEndlessQueries() {
        assertThatThrownBy(() -> Queries.parse("  ")).hasMessage("the query is empty");
        var endless = IntStream.range(0, 1_100).mapToObj(n -> "w" + n).collect(Collectors.joining(" OR "));
        assertThatThrownBy(() -> Queries.parse(endless)).hasMessageContaining("more than 1024 parts");
        var nested = IntStream.range(0, 33)
                .mapToObj(a -> IntStream.range(0, 33)
                        .mapToObj(b -> "w" + a + "x" + b)
                        .collect(Collectors.joining(" OR ", "(", ")")))
                .collect(Collectors.joining(" AND "));
        assertThatThrownBy(() -> Queries.parse(nested)).hasMessageContaining("1089 parts, at most 1024");
        assertThat(Queries.parse("ferry").toString()).isEqualTo("text:ferry");
    }

    @Test
    void aChangeIsLookedAtThroughItsOwnSeriesOnly() {
        var update = Samples.update();
        try (var matcher = new Matcher(Map.of(
                "killed", "category:killed AND event:ferry AND claimant:harbour AND ferry",
                "injured", "category:injured",
                "high", "figure:[30 TO *]"))) {
            assertThat(matcher.match(update)).containsExactly("high", "killed");
            assertThat(matcher.match(without(update))).containsExactly("high", "killed"); // headline and sentence stay
        }
    }

    @Test
    void placesAreFoundByTheirAncestors() {
        var finding = new Finding(
                Samples.item("a", "Shelling near the border", ""),
                "en",
                List.of(new Place("xa/north/tel", "Tel Amar", "xa", List.of("xa/north", "xa"), "Tel Amar")),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Map.of());
        assertThat(matches("place:xa/north", finding)).isTrue();
        assertThat(matches("place:\"tel amar\"", finding)).isTrue();
        assertThat(matches("place:xb", finding)).isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                                     | matches
            rise:3                                      | yes
            rise:[2 TO *]                               | yes
            rise:[4 TO *]                               | no
            story-level:[3 TO *]                        | yes
            story-level:4                               | no
            first:crossborder.fire AND country:lb       | yes
            first:crossborder.*                         | yes
            first:strike                                | no
            first:crossborder.fire AND country:sy       | no
            story:"urn:coast:1"                         | yes
            story:"urn:coast:2"                         | no
            copy:yes                                    | yes
            copy:no                                     | no
            shelling AND NOT copy:yes                   | no
            """)
    void findsWhatAnItemChangesInItsStory(String query, String matches) {
        var first = new Escalation.First("crossborder.fire", "lb", 40);
        var joined = shelling()
                .in(
                        "urn:coast:1",
                        "harbor-post|urn:harbor:9",
                        "coastwire",
                        2,
                        Optional.of(new Escalation(3, 3, List.of(first))));
        assertThat(matches(query, joined)).isEqualTo(matches.equals("yes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rise:[0 TO *]", "story-level:[0 TO *]", "first:crossborder.fire", "copy:yes", "story:urn*"})
    void anItemOutsideOfStoriesChangesNone(String query) {
        assertThat(matches(query, shelling())).isFalse();
        assertThat(matches("copy:no", shelling())).isTrue();
    }

    private static Finding shelling() {
        var khiam = new Place("lb/khiam", "Khiam", "lb", List.of("lb/south-coast", "lb"), "Khiam");
        return new Finding(
                Samples.item("a", "Shelling near the border", ""),
                "en",
                List.of(khiam),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "place:lebanon",
                "place:Liban",
                "place:لبنان",
                "place:lb",
                "place:khiam",
                "place:lb/khiam",
                "place:\"southern lebanon\"",
                "country:lb"
            })
    void aTownIsFoundByItsCountry(String query) {
        var khiam = new Place("lb/khiam", "Khiam", "lb", List.of("lb/southern-lebanon", "lb"), "الخيام");
        var item = Samples.item("a", "Shelling near the border", "");
        var finding = new Finding(item, "ar", List.of(khiam), List.of(), List.of(), "", "", "", Map.of());
        assertThat(matches(query, finding)).isTrue();
        assertThat(matches("place:syria", finding)).isFalse();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', textBlock = """
            الى المدينه        | وصلت القافلة إلى المدينة
            مسؤول             | قال مسوول في الميناء
            "٣ قتلى"          | مقتل 3 قتلي في الميناء
            "3 قتلی"          | سقوط ۳ قتلى
            کشته              | شمار كشته شدگان
            نمی‌شود           | گفت که نمیشود
            حـــريق           | حَرِيقٌ في الميناء
            מלחמה             | מִלְחָמָה בנמל
            еще               | Ещё один паром
            cafe              | Le Café du port
            istanbul          | İstanbul limanı
            """)
    void spellingsOfOneWordAreOne(String query, String headline) {
        var item = Samples.item("a", headline, "");
        var finding = new Finding(item, "", List.of(), List.of(), List.of(), "", "", "", Map.of());
        assertThat(matches(query, finding)).isTrue();
    }

    private static Update without(Update update) {
        var series = new Series(
                update.series().category(),
                "all",
                "port adel",
                "ferry",
                "",
                update.series().scope());
        return new Update(
                update.id(),
                update.claim(),
                update.item(),
                update.version(),
                update.kind(),
                series,
                update.value(),
                update.low(),
                update.high(),
                update.bound(),
                update.previous(),
                update.claimant(),
                update.origin(),
                update.quote(),
                update.start(),
                update.end(),
                update.why(),
                update.evidence(),
                update.against(),
                update.corroborated(),
                update.asOf(),
                update.received(),
                update.backfill(),
                Optional.empty(),
                Map.of());
    }

    private static boolean matches(String query, Finding finding) {
        try (var matcher = new Matcher(Map.of("q", query))) {
            assertThat(matcher.broken()).isEmpty();
            return !matcher.match(finding).isEmpty();
        }
    }
}

package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

class WordsTest {
    @ParameterizedTest(name = "{0} {1}–{2} {3} → {4}")
    @CsvSource(textBlock = """
                    31  , 31 , 31 , EXACT      , 31
                    1234567,,     , EXACT      , '1,234,567'
                    31  , 31 ,    , AT_LEAST   , at least 31
                    31  , 32 ,    , MORE_THAN  , more than 31
                    31  ,    , 31 , AT_MOST    , at most 31
                    31  ,    , 30 , FEWER_THAN , fewer than 31
                    40  , 36 , 44 , ABOUT      , about 40
                    40  , 35 , 40 , NEARLY     , nearly 40
                        , 20 , 30 , RANGE      , 20–30
                        , 24 ,    , VAGUE      , 'vague, 24 or more'
                        , 24 , 99 , VAGUE      , 'vague, 24–99'
                        ,    ,    , EXACT      , no number
                        , 12 ,    , AT_LEAST   , at least 12
                    """)
    void saysNumbersInWords(Long value, Long low, Long high, Figure.Bound bound, String expected) {
        assertThat(Words.reading(
                        Optional.ofNullable(value), Optional.ofNullable(low), Optional.ofNullable(high), bound))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "lb/khiam, Khiam",
        "port adel, Port Adel",
        "fr, France",
        "xx, XX",
        "xx/port-adel, Port Adel",
        "وادي سهل, وادي سهل"
    })
    void namesPlaces(String place, String expected) {
        assertThat(Words.place(place)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "KILLED, all, port adel, Killed · Port Adel",
        "MISSING, miners, kolva, Missing · miners · Kolva",
        "KILLED, '', '', Killed",
    })
    void namesSeries(Figure.Category category, String population, String place, String expected) {
        assertThat(Words.series(new Series(category, population, place, "", "", Figure.Scope.INCIDENT)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ferry, '', '', ferry",
        "strike, '', 2026-03-01, strike of 2026-03-01",
        "'', '', 2026-03-01#2, incident of 2026-03-01#2",
        "'', 2026-01-02, '', since 2026-01-02",
        "'', '', '', ''",
    })
    void tellsSeriesApart(String event, String since, String day, String expected) {
        var series = new Series(Figure.Category.KILLED, "all", "port adel", event, since, Figure.Scope.INCIDENT, day);
        assertThat(String.join(", ", Words.details(series))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"11, +11", "-360, −360", "1500, '+1,500'"})
    void saysDifferences(long difference, String expected) {
        assertThat(Words.change(difference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT4S, just now",
        "PT59S, 59 s ago",
        "PT61S, 1 min ago",
        "PT2H, 2 h ago",
        "PT47H, 47 h ago",
        "PT73H, 3 d ago",
        "-PT9S, just now"
    })
    void saysHowLongAgo(Duration since, String expected) {
        assertThat(Look.ago(since)).isEqualTo(expected);
    }
}

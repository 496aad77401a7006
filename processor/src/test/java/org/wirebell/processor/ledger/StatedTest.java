package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;
import org.wirebell.model.Json;

class StatedTest {
    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # said   | before  | relation
            31       | 30      | rises
            30       | 30      | restates
            >=31     | 30      | rises
            >30      | 30      | restates
            >=30     | >30     | restates
            31       | >30     | restates
            32       | >30     | rises restates
            30       | >30     | restates falls
            31       | >=30    | rises restates
            ~40      | 30      | none
            36-40    | 30      | none
            40       | 30-39   | rises
            39       | 30-39   | restates
            31       | <=30    | rises
            30       | <=30    | restates
            30       | <31     | restates
            221      | ~200    | rises
            220      | ~200    | restates
            200      | ^200    | restates
            199      | ^200    | restates
            25       | vague24 | rises restates
            24       | vague24 | restates
            29       | 30      | falls
            30       | 31-35   | falls
            8000     | 8005    | restates falls
            8005     | 8000    | rises restates
            """)
    void relate(String said, String before, String expected) {
        var claim = Said.claim("0 - " + said);
        var other = Said.claim("0 - " + before);
        var relation = new ArrayList<String>();
        if (Stated.rises(claim, other)) {
            relation.add("rises");
        }
        if (Stated.restates(claim, other)) {
            relation.add("restates");
        }
        if (Stated.falls(claim, other)) {
            relation.add("falls");
        }
        assertThat(relation.isEmpty() ? "none" : String.join(" ", relation)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # one | other | tolerance | apart
            98    | 90    | 0.02      | true
            50    | 49    | 0.02      | false
            50    | 48    | 0.04      | false
            50    | 48    | 0.03      | true
            31    | 30    | 0         | true
            31    | >=30  | 0         | false
            """)
    void liesApart(String one, String other, double tolerance, boolean apart) {
        var a = Said.claim("0 - " + one);
        var b = Said.claim("0 - " + other);
        assertThat(Stated.apart(a, b, tolerance)).isEqualTo(apart);
        assertThat(Stated.apart(b, a, tolerance)).isEqualTo(apart);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # said | really | rounded
            100    | 104    | true
            90     | 91     | false
            100    | 106    | true
            100    | 107    | false
            940    | 1000   | false
            1000   | 944    | true
            1000   | 943    | false
            300    | 319    | true
            110    | 105    | true
            110    | 104    | false
            """)
    void rounds(long said, long really, boolean rounded) {
        assertThat(Stated.rounded(said, really)).isEqualTo(rounded);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # said  | number | most                | looseness | words
            8005    | 8005   | 8005                | 0         | 8,005
            35-40   | 35     | 40                  | 1         | 35 to 40
            >=20    | 20     | 20                  | 2         | at least 20
            >20     | 20     | 20                  | 3         | more than 20
            ~200    | 200    | 220                 | 4         | about 200
            ^200    | 200    | 199                 | 5         | nearly 200
            <=60    | 60     | 60                  | 6         | up to 60
            <60     | 60     | 59                  | 6         | fewer than 60
            vague24 | 24     | 24                  | 7         | “”
            """)
    void isShown(String said, long number, long most, int looseness, String words) {
        var claim = Said.claim("0 - " + said);
        assertThat(Stated.of(claim)).isEqualTo(number);
        assertThat(Stated.top(claim)).isEqualTo(most);
        assertThat(Stated.looseness(claim)).isEqualTo(looseness);
        assertThat(Stated.words(claim)).isEqualTo(words);
    }

    @Test
    void anOpenRangeHasNoMost() {
        var open = without("high", Said.claim("0 - 35-40"));
        assertThat(Stated.words(open)).isEqualTo("35 to more");
        assertThat(Stated.top(open)).isEqualTo(35);
        assertThat(Stated.rises(Said.claim("0 - 36"), open)).isTrue();
        assertThat(Stated.rises(Said.claim("0 - 35"), open)).isFalse();
    }

    @Test
    void aClaimWithoutANumberIsABug() {
        var none = without("low", without("high", Said.claim("0 - 35-40")));
        assertThatThrownBy(() -> Stated.interval(none)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Claim without(String end, Claim claim) {
        return Json.read(Json.text(claim).replaceFirst("\"" + end + "\":\\d+,", ""), Claim.class);
    }
}

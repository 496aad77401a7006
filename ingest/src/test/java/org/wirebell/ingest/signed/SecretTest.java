package org.wirebell.ingest.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right signatures were made with {@code openssl dgst -hmac}. */
class SecretTest {
    private static final byte[] BODY = "Fog closes port".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Secret SECRET = Secret.parse("sixteen bytes or more");
    private static final String SHA1 = "9b17e4f7e8ca19ea9e64d6c6302d12480a5dd4e1";
    private static final String SHA256 = "fbf307f5fccfd45ba5a38ed108c447a3f0e3987bac45d4ce0e7103f9ce45f129";
    private static final String SHA384 =
            "57cffc13a3af1d7c0a08b1168e3973adf288b94b4247179c7178caaabf421779066f80b94177c454fee5805ac95ffce8";
    private static final String SHA512 =
            "4f73a182620e041966e2619ff2f6319187196444206710c39524e21d11de232c84f6b9fef521c394836a59561343447af59036e8d11e16ac6d94827bfb94440d";
    private static final String MESSAGE_1 = "cAK547CegSuh+WjqIysLWNSqGXWn/xmP9QUk0sx34b0=";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # signature | verdict
            sha1=SHA1     | VALID
            sha256=SHA256 | VALID
            SHA256=SHA256 | VALID
            sha384=SHA384 | VALID
            sha512=SHA512 | VALID
            sha256=SHA1   | WRONG
            sha512=SHA256 | WRONG
            sha256=       | WRONG
            sha256=0      | MALFORMED
            md5=00        | MALFORMED
            SHA256        | MALFORMED
            =             | MALFORMED
            ''            | ABSENT
            """)
    void verifiesABody(String signature, Verdict verdict) {
        var made = Map.of("SHA1", SHA1, "SHA256", SHA256, "SHA384", SHA384, "SHA512", SHA512);
        int value = signature.indexOf('=') + 1;
        var given = signature.substring(value);
        var header = signature.substring(0, value) + made.getOrDefault(given, given);
        assertThat(SECRET.ofBody(header, BODY, Set.of("sha1", "sha256", "sha384", "sha512")))
                .isEqualTo(verdict);
    }

    @Test
    void takesOnlyMethodsThatAreGoodEnough() {
        assertThat(SECRET.ofBody("sha1=" + SHA1, BODY, Set.of("sha256"))).isEqualTo(Verdict.MALFORMED);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # id | time       | signatures                 | verdict
            m1   | 1800000000 | v1,M1                      | VALID
            m1   | 1800000000 | v1,AAAA v1,M1              | VALID
            m1   | 1800000000 | v1a,AAAA                   | MALFORMED
            m1   | 1800000000 | v1,AAAA                    | WRONG
            m2   | 1800000000 | v1,M1                      | WRONG
            m1   | 1800000001 | v1,M1                      | WRONG
            m1   | 1799999699 | v1,M1                      | STALE
            m1   | 1800000301 | v1,M1                      | STALE
            ''   | 1800000000 | v1,M1                      | MALFORMED
            m1   | soon       | v1,M1                      | MALFORMED
            m1   | -5         | v1,M1                      | MALFORMED
            m1   | 1800000000 | ''                         | ABSENT
            """)
    void verifiesAMessage(String id, String time, String signatures, Verdict verdict) {
        assertThat(SECRET.ofMessage(id, time, signatures.replace("M1", MESSAGE_1), BODY, NOW))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"fifteen bytes .", "whsec_c2hvcnQ=", "whsec_no base64 at all!", "''"})
    void refusesWhatIsNoSecretWithoutShowingIt(String text) {
        assertThatThrownBy(() -> Secret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("fifteen", "c2hvcnQ", "base64 at all");
        assertThat(SECRET).hasToString("…");
    }

    @Test
    void derivesTheSameFromTheSameWords() {
        assertThat(SECRET.derived("a", "bc"))
                .hasSize(64)
                .isEqualTo(SECRET.derived("a", "bc"))
                .isNotEqualTo(SECRET.derived("ab", "c"))
                .isNotEqualTo(Secret.parse("sixteen bytes or less").derived("a", "bc"));
    }

    @Test
    void remembersWhatWasTakenForAWhile() {
        var taken = new Acknowledged();
        taken.note("coastwire", "m1", NOW);
        assertThat(taken.holds("coastwire", "m1", NOW.plusSeconds(600))).isTrue();
        assertThat(taken.holds("coastwire", "m1", NOW.plus(Acknowledged.KEPT))).isFalse();
        assertThat(taken.holds("islewire", "m1", NOW)).isFalse();
        for (int i = 0; i < 10_000; i++) {
            taken.note("islewire", "n" + i, NOW);
        }
        assertThat(taken.holds("coastwire", "m1", NOW)).isFalse();
        assertThat(taken.holds("islewire", "n0", NOW)).isTrue();
    }
}

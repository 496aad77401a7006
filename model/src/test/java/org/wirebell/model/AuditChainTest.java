package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static Audit done(String what) {
        return new Audit("ruiz", what, "alert/abc", "", Samples.T0, Map.of());
    }

    private static AuditChain chain(List<byte[]> records) {
        var chain = new AuditChain();
        for (int i = 0; i < records.size(); i++) {
            chain.take("audit-0@" + i, records.get(i));
        }
        return chain;
    }

    private static List<byte[]> written(int n) {
        var records = new ArrayList<byte[]>();
        for (int i = 1; i <= n; i++) {
            records.add(Json.write(chain(records).next(done("deed " + i))));
        }
        return records;
    }

    @Test
    void eachNamesTheOneBefore() {
        var records = written(3);
        var second = Json.read(records.get(1), Audit.class).link().orElseThrow();
        assertThat(second).isEqualTo(new Audit.Link(2, List.of(Ids.hash(records.getFirst()))));
        assertThat(Json.read(records.getFirst(), Audit.class)
                        .link()
                        .orElseThrow()
                        .previous())
                .isEmpty();
        assertThat(chain(records).faults(0)).isEmpty();
        assertThat(chain(records).last().orElseThrow().hash()).isEqualTo(Ids.hash(records.getLast()));
    }

    @Test
    void isTheSameInWhateverOrderItIsRead() {
        var records = written(30);
        var next = chain(records).next(done("next"));
        Collections.shuffle(records, new Random(7));
        records.addAll(List.copyOf(records.subList(0, 5))); // some twice
        assertThat(chain(records).next(done("next"))).isEqualTo(next);
        assertThat(chain(records).faults(0)).isEmpty();
    }

    @Test
    void findsAChangedRecord() {
        var records = written(5);
        var text = new String(records.get(2), StandardCharsets.UTF_8);
        records.set(2, text.replace("ruiz", "kemp").getBytes(StandardCharsets.UTF_8));
        assertThat(chain(records).faults(0))
                .extracting(AuditChain.Fault::changed, AuditChain.Fault::number, f -> f.by().where())
                .containsExactly(tuple(true, 3L, "audit-0@3"));
    }

    @Test
    void findsAMissingRecord() {
        var records = written(5);
        records.remove(1);
        records.remove(2);
        assertThat(chain(records).faults(0))
                .extracting(AuditChain.Fault::changed, AuditChain.Fault::number)
                .containsExactly(tuple(false, 2L), tuple(false, 4L));
    }

    @Test
    void doesNotMissWhatIsTooOldToBeKept() {
        var records = written(5);
        assertThat(chain(records.subList(2, 5)).faults(3)).isEmpty();
        assertThat(chain(records.subList(2, 5)).faults(0)).hasSize(1);
    }

    @Test
    void twoThatWereWrittenAtOnceAreBothHeldByTheNext() {
        var records = written(2);
        var one = Json.write(chain(records).next(done("one")));
        var other = Json.write(chain(records).next(done("other")));
        records.addAll(List.of(one, other));
        records.add(Json.write(chain(records).next(done("next"))));
        assertThat(chain(records).faults(0)).isEmpty();
        records.remove(other);
        assertThat(chain(records).faults(0))
                .extracting(AuditChain.Fault::changed, AuditChain.Fault::number)
                .containsExactly(tuple(false, 3L));
    }

    @Test
    void recordsFromBeforeAreCountedOnly() {
        var old = Json.write(done("long ago"));
        var records = new ArrayList<>(List.of(old));
        records.add(Json.write(chain(records).next(done("first"))));
        assertThat(chain(records).faults(0)).isEmpty();
        assertThat(chain(records).before()).isEqualTo(1);
        assertThat(chain(records).size()).isEqualTo(1);
    }
}

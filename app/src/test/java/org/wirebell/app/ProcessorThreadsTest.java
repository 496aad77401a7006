package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;
import org.wirebell.model.Update;

/** A processor with several threads, against a real broker with three partitions. */
class ProcessorThreadsTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final List<String> TOWNS = List.of("Kelmor", "Dantova", "Mirsel", "Norbak");

    @TempDir
    private Path folder;

    @Test
    void theThreadThatJoinsStoriesLeavesReadingToTheOther() throws Exception {
        var rig = Rig.of(BROKER, "weighed", folder).threads(2);
        try (var _ = start(rig)) {
            rig.until("two threads share the work", () -> shared(rig).size() == 2);

            assertThat(shared(rig))
                    .anySatisfy(topics -> assertThat(topics)
                            .contains("weighed-processor-read-repartition")
                            .doesNotContain("weighed.items"));
        }
    }

    @Test
    void allGoesOnInOrderWhenTheNumberOfThreadsChanges() throws Exception {
        var rig = Rig.of(BROKER, "changing", folder);
        var told = new ArrayList<Item>();
        for (int threads : List.of(2, 1, 3)) {
            var now = rig.threads(threads);
            try (var _ = start(now)) {
                for (int step = 0; step < 2; step++) {
                    int next = told.size() / TOWNS.size() + 1;
                    TOWNS.forEach(town -> told.add(News.toll(town, next, 3 + 5 * next)));
                }
                rig.send(told.toArray(Item[]::new)); // what was told before is a repeat
                rig.until("all updates of " + threads, () -> updates(rig).size() == told.size());
            }
        }

        var bySeries = updates(rig).stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        assertThat(bySeries).hasSameSizeAs(TOWNS);
        assertThat(bySeries.values())
                .allSatisfy(ofOne -> assertThat(ofOne.stream()
                                .map(record -> record.value().value().orElseThrow()))
                        .containsExactly(8L, 13L, 18L, 23L, 28L, 33L));
    }

    private static Station start(Rig rig) throws Exception {
        return rig.start(EnumSet.of(Role.PROCESS), "", System.err);
    }

    private static List<ConsumerRecord<String, Update>> updates(Rig rig) {
        return rig.records(rig.topics().updates());
    }

    /** The topics that each member of the group has partitions of. */
    private static List<Set<String>> shared(Rig rig) {
        var group = rig.topics().prefix().replace(".", "") + "-processor";
        try (var admin = Admin.create(rig.kafka())) {
            return admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .values()
                    .stream()
                    .flatMap(each -> each.members().stream())
                    .map(ProcessorThreadsTest::topics)
                    .filter(topics -> !topics.isEmpty())
                    .toList();
        }
    }

    private static Set<String> topics(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
    }
}

package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.ApplicationState;
import org.apache.kafka.streams.processor.assignment.AssignmentConfigs;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask.Type;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsState;
import org.apache.kafka.streams.processor.assignment.ProcessId;
import org.apache.kafka.streams.processor.assignment.TaskAssignmentUtils;
import org.apache.kafka.streams.processor.assignment.TaskAssignor;
import org.apache.kafka.streams.processor.assignment.TaskInfo;
import org.apache.kafka.streams.processor.assignment.TaskTopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Topics;

class ShareTasksTest {
    private static final Topics TOPICS = new Topics("t.");
    /** Four partitions: reading 0_x, stories 1_0 with rulings 1_x, the ledger 2_x. */
    private static final List<String> ALL =
            List.of("0_0", "0_1", "0_2", "0_3", "1_0", "1_1", "1_2", "1_3", "2_0", "2_1", "2_2", "2_3");

    private static final int FAR = 50_000;
    private static final Instant NOW = Instant.parse("2031-03-04T05:06:07Z");

    private int standbys = 0;

    @Test
    void theTaskThatJoinsStoriesIsAloneWithWhatReadsNothingMuch() {
        var shared = active(share(fresh(1), fresh(2)));

        assertThat(shared.values())
                .anySatisfy(tasks ->
                        assertThat(tasks).contains("1_0").noneMatch(t -> t.startsWith("0_") || t.startsWith("2_")));
        assertThat(all(shared)).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void whoHasTheHeavyTaskKeepsItWhenAnotherComes() {
        var shared = active(share(having(1, ALL), behind(2, 10)));

        assertThat(shared.get(id(1))).contains("1_0").doesNotContain("0_0", "0_1", "0_2", "0_3");
        assertThat(shared.get(id(2))).contains("0_0", "0_1", "0_2", "0_3");
    }

    @Test
    void nothingMovesOnceItIsShared() {
        var first = share(having(1, ALL), behind(2, 10));

        var second = share(
                having(1, active(first).get(id(1))), having(2, active(first).get(id(2))));

        assertThat(active(second)).isEqualTo(active(first));
    }

    @Test
    void oneThatIsLeftTakesAll() {
        assertThat(active(share(having(1, List.of("1_0")))).get(id(1))).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void twiceTheThreadsTakeTwiceTheWork() {
        var shared = active(share(fresh(1), new Process(id(2), 3, List.of(), FAR)));

        assertThat(shared.get(id(2))).contains("1_0");
        assertThat(shared.get(id(1)).stream().filter(t -> !t.startsWith("1_"))).hasSizeBetween(2, 5);
    }

    @Test
    void aTaskIsWorkedOnWhereItsStateIsUntilTheOtherHasCaughtUp() {
        var assignment = share(having(1, ALL), behind(2, FAR));

        assertThat(active(assignment).get(id(1))).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(tasks(assignment, Type.STANDBY).get(id(2))).hasSize(2).allMatch(ALL::contains);
        assertThat(assignment.stream().flatMap(a -> a.followupRebalanceDeadline().stream()))
                .containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void whereNobodyKnowsHowFarAnyoneIsNothingIsMovedAwayFromWhoHadIt() {
        var assignment = share(having(1, ALL), new Process(id(2), 1, List.of(), -1));

        assertThat(active(assignment).get(id(1))).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void eachTaskHasItsStandbyElsewhere() {
        standbys = 1;
        var assignment = share(fresh(1), fresh(2));

        for (var of : List.of(1, 2)) {
            assertThat(tasks(assignment, Type.STANDBY).get(id(3 - of)))
                    .containsExactlyInAnyOrderElementsOf(active(assignment).get(id(of)));
        }
    }

    private Collection<KafkaStreamsAssignment> share(Process... processes) {
        var state = new State(
                Arrays.stream(processes).collect(Collectors.toMap(Process::processId, p -> p)),
                new AssignmentConfigs(10_000L, 2, standbys, 60_000L, List.of()));
        var assignor = new ShareTasks();
        assignor.configure(Map.of(
                ShareTasks.WEIGHTS, NewsTopology.work(TOPICS, "app"), ShareTasks.CLOCK, (InstantSource) () -> NOW));

        var assignment = assignor.assign(state);

        assertThat(TaskAssignmentUtils.validateTaskAssignment(state, assignment))
                .isEqualTo(TaskAssignor.AssignmentError.NONE);
        return assignment.assignment();
    }

    private static ProcessId id(int number) {
        return new ProcessId(new UUID(0, number));
    }

    private static Process fresh(int number) {
        return behind(number, FAR);
    }

    private static Process behind(int number, int lag) {
        return new Process(id(number), 1, List.of(), lag);
    }

    private static Process having(int number, Collection<String> tasks) {
        return new Process(id(number), 1, List.copyOf(tasks), FAR);
    }

    private static Map<ProcessId, Set<String>> active(Collection<KafkaStreamsAssignment> assignment) {
        return tasks(assignment, Type.ACTIVE);
    }

    private static List<String> all(Map<ProcessId, Set<String>> shared) {
        return shared.values().stream().flatMap(Set::stream).toList();
    }

    private static Map<ProcessId, Set<String>> tasks(Collection<KafkaStreamsAssignment> assignment, Type type) {
        return assignment.stream()
                .collect(Collectors.toMap(
                        KafkaStreamsAssignment::processId,
                        a -> a.tasks().values().stream()
                                .filter(task -> task.type() == type)
                                .map(task -> task.id().toString())
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private record State(Map<ProcessId, Process> processes, AssignmentConfigs assignmentConfigs)
            implements ApplicationState {
        @Override
        public Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean computeTaskLags) {
            return new TreeMap<>(processes);
        }

        @Override
        public Map<TaskId, TaskInfo> allTasks() {
            return ALL.stream().map(TaskId::parse).collect(Collectors.toMap(id -> id, Task::new));
        }
    }

    private record Task(TaskId id) implements TaskInfo {
        @Override
        public boolean isStateful() {
            return true;
        }

        @Override
        public Set<String> stateStoreNames() {
            return Set.of("store-of-" + id.subtopology());
        }

        @Override
        public Set<TaskTopicPartition> topicPartitions() {
            var topics = switch (id.subtopology()) {
                case 0 -> Stream.of(TOPICS.items().name());
                case 1 ->
                    Stream.concat(
                            Stream.of(TOPICS.rulings().name()),
                            id.partition() == 0 ? Stream.of("app-read-repartition") : Stream.empty());
                default -> Stream.of("app-claims-repartition");
            };
            var changelog = "app-store-of-%d-changelog".formatted(id.subtopology());
            return Stream.concat(topics, Stream.of(changelog))
                    .map(topic -> new Read(new TopicPartition(topic, id.partition()), topic.equals(changelog)))
                    .collect(Collectors.toSet());
        }
    }

    private record Read(TopicPartition topicPartition, boolean isChangelog) implements TaskTopicPartition {
        @Override
        public boolean isSource() {
            return !isChangelog;
        }

        @Override
        public Optional<Set<String>> rackIds() {
            return Optional.empty();
        }
    }

    /** @param lag records that its state is behind in each task that it has not; -1: unknown, in those that it has too */
    private record Process(ProcessId processId, int numProcessingThreads, List<String> had, long lag)
            implements KafkaStreamsState {
        @Override
        public SortedSet<String> consumerClientIds() {
            return IntStream.range(0, numProcessingThreads)
                    .mapToObj(i -> processId + "-" + i)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public SortedSet<TaskId> previousActiveTasks() {
            return had.stream().map(TaskId::parse).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public SortedSet<TaskId> previousStandbyTasks() {
            return new TreeSet<>();
        }

        @Override
        public long lagFor(TaskId task) {
            return statefulTasksToLagSums().get(task);
        }

        @Override
        public SortedSet<TaskId> prevTasksByLag(String consumerClientId) {
            return previousActiveTasks();
        }

        @Override
        public Map<TaskId, Long> statefulTasksToLagSums() {
            var lags = new HashMap<TaskId, Long>();
            if (lag >= 0) {
                ALL.forEach(task -> lags.put(TaskId.parse(task), had.contains(task) ? -2 : lag));
            }
            return lags;
        }

        @Override
        public Optional<HostInfo> hostInfo() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> clientTags() {
            return Map.of();
        }

        @Override
        public Optional<String> rackId() {
            return Optional.empty();
        }
    }
}

package org.wirebell.processor;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.ApplicationState;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsState;
import org.apache.kafka.streams.processor.assignment.ProcessId;
import org.apache.kafka.streams.processor.assignment.TaskAssignmentUtils;
import org.apache.kafka.streams.processor.assignment.TaskAssignor;
import org.apache.kafka.streams.processor.assignment.TaskInfo;
import org.apache.kafka.streams.processor.assignment.TaskTopicPartition;

/**
 * Gives each process its share of the work, not of the tasks: the one task that joins stories does half of all work, and who counts tasks
 * gives it four more to the same process. A task stays where it is as long as nobody has more than a fair share; one that has to move
 * is worked on where its state is until the other has caught up, as Kafka's own assignor does it. What share a task has follows from the
 * topics that it reads: {@link #WEIGHTS}.
 */
public final class ShareTasks implements TaskAssignor {
    /** Setting with the parts of the work that what comes through a topic is, by the topic's name. */
    static final String WEIGHTS = "wirebell.task.weights";

    /** Setting with the wall clock, an {@link InstantSource}. */
    static final String CLOCK = "wirebell.clock";

    /** Who has this much more than a fair share keeps it: a task that moves reads its state anew. */
    private static final double TOLERANCE = 1.05;

    /** What a task is that reads none of these. */
    private static final double LEAST = 0.1;

    private final Map<String, Double> weights = new HashMap<>();
    private InstantSource clock = InstantSource.system();

    @Override
    public void configure(Map<String, ?> settings) {
        clock = settings.get(CLOCK) instanceof InstantSource known ? known : clock;
        if (settings.get(WEIGHTS) instanceof Map<?, ?> known) {
            known.forEach((topic, parts) -> weights.put((String) topic, ((Number) parts).doubleValue()));
        }
    }

    @Override
    public TaskAssignment assign(ApplicationState state) {
        var processes = List.copyOf(new TreeMap<>(state.kafkaStreamsStates(true)).values());
        var work = work(state.allTasks());
        var wanted = share(work, processes);
        var assigned = processes.stream()
                .collect(Collectors.toMap(
                        KafkaStreamsState::processId, p -> KafkaStreamsAssignment.of(p.processId(), Set.of())));
        var waiting = new HashMap<TaskId, ProcessId>();
        wanted.forEach((task, process) -> {
            var now = whoHasIt(task, process, processes, state);
            assigned(assigned, now).assignTask(new AssignedTask(task, AssignedTask.Type.ACTIVE));
            if (!now.equals(process)) {
                waiting.put(task, process);
            }
        });
        if (state.assignmentConfigs().numStandbyReplicas() > 0) {
            TaskAssignmentUtils.defaultStandbyTaskAssignment(state, assigned);
        }
        waiting.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(state.assignmentConfigs().maxWarmupReplicas())
                .forEach(entry -> warmUp(assigned(assigned, entry.getValue()), entry.getKey()));
        if (!waiting.isEmpty()) {
            var first = processes.getFirst().processId(); // one asks for all
            var later = clock.instant().plusMillis(state.assignmentConfigs().probingRebalanceIntervalMs());
            assigned.put(first, assigned(assigned, first).withFollowupRebalance(later));
        }
        return new TaskAssignment(assigned.values());
    }

    private static KafkaStreamsAssignment assigned(Map<ProcessId, KafkaStreamsAssignment> all, ProcessId process) {
        return Objects.requireNonNull(all.get(process));
    }

    private static void warmUp(KafkaStreamsAssignment process, TaskId task) {
        if (!process.tasks().containsKey(task)) {
            process.assignTask(new AssignedTask(task, AssignedTask.Type.STANDBY));
        }
    }

    /** The work of each task: its part of what comes through the topics that it reads. */
    private Map<TaskId, Double> work(Map<TaskId, TaskInfo> tasks) {
        var partitions = tasks.values().stream()
                .flatMap(ShareTasks::read)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var work = new HashMap<TaskId, Double>();
        tasks.forEach((id, task) -> work.put(
                id,
                read(task)
                        .mapToDouble(topic -> weights.getOrDefault(topic, 0.0) / partitions.getOrDefault(topic, 1L))
                        .reduce(LEAST, Double::sum)));
        return work;
    }

    private static Stream<String> read(TaskInfo task) {
        return task.topicPartitions().stream()
                .filter(TaskTopicPartition::isSource)
                .map(partition -> partition.topicPartition().topic());
    }

    /** Who should have which task, were the state of all at hand everywhere. */
    private static Map<TaskId, ProcessId> share(Map<TaskId, Double> work, List<KafkaStreamsState> processes) {
        int threads = processes.stream()
                .mapToInt(KafkaStreamsState::numProcessingThreads)
                .sum();
        double fair = work.values().stream().mapToDouble(Double::doubleValue).sum() / threads * TOLERANCE;
        var load = new HashMap<ProcessId, Double>();
        var wanted = new TreeMap<TaskId, ProcessId>();
        var heaviestFirst = Comparator.comparingDouble((TaskId task) -> work.getOrDefault(task, LEAST))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        for (var task : work.keySet().stream().sorted(heaviestFirst).toList()) {
            double part = work.getOrDefault(task, LEAST);
            Function<KafkaStreamsState, Double> with =
                    process -> (load.getOrDefault(process.processId(), 0.0) + part) / process.numProcessingThreads();
            var process = processes.stream()
                    .min(Comparator.comparing((KafkaStreamsState p) -> has(p, task) && with.apply(p) <= fair ? 0 : 1)
                            .thenComparing(with)
                            .thenComparing(p -> has(p, task) ? 0 : 1))
                    .orElseThrow()
                    .processId();
            load.merge(process, part, Double::sum);
            wanted.put(task, process);
        }
        return wanted;
    }

    private static boolean has(KafkaStreamsState process, TaskId task) {
        return process.previousActiveTasks().contains(task);
    }

    /** The process, or the one that has the task's state where this one is far behind. */
    private static ProcessId whoHasIt(
            TaskId task, ProcessId process, List<KafkaStreamsState> processes, ApplicationState state) {
        long most = state.assignmentConfigs().acceptableRecoveryLag();
        return processes.stream()
                .filter(p -> has(p, task) || p.statefulTasksToLagSums().getOrDefault(task, Long.MAX_VALUE) <= most)
                .min(Comparator.comparing((KafkaStreamsState p) -> p.processId().equals(process) ? 0 : 1)
                        .thenComparing(p -> has(p, task) ? 0 : 1))
                .map(KafkaStreamsState::processId)
                .orElse(process);
    }
}

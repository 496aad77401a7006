package org.wirebell.alerts.decide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Priority;

/**
 * How a desk wants to be told.
 *
 * @param zone of its quiet hours and digests
 * @param quiet when it sleeps
 * @param budget how much each of its receivers is told
 * @param digest when it hears of what was kept back
 * @param escalation who else is told while nobody acknowledges, in order
 * @param operators receivers that hear of storms
 * @param storm so many notices within a minute, and only flashes pass
 * @param ackFor how long an acknowledgement lasts that names no end
 * @param groupWait alerts of normal priority and below wait so long for more of the same
 * @param whiplash a number told that turns twice within this time is held for a person; zero for never
 * @param inhibit keeps silent about a part while the whole of the same event is open
 */
public record Newsdesk(
        ZoneId zone,
        Optional<Quiet> quiet,
        Budget budget,
        Optional<Digest> digest,
        List<Step> escalation,
        List<String> operators,
        int storm,
        Duration ackFor,
        Duration groupWait,
        Duration whiplash,
        boolean inhibit) {
    public Newsdesk {
        escalation =
                escalation.stream().sorted(Comparator.comparing(Step::after)).toList();
        operators = List.copyOf(operators);
        if (storm < 1) {
            throw new IllegalArgumentException("storm must be above 0, was " + storm);
        }
        if (!ackFor.isPositive() || groupWait.isNegative() || whiplash.isNegative()) {
            throw new IllegalArgumentException("ack-for must be above 0, group-wait and whiplash not below");
        }
    }

    /** Awake at all hours, six notices an hour and three at once for each receiver. */
    public static Newsdesk defaults() {
        return new Newsdesk(
                ZoneOffset.UTC,
                Optional.empty(),
                Budget.defaults(),
                Optional.empty(),
                List.of(),
                List.of(),
                50,
                Duration.ofHours(2),
                Duration.ZERO,
                Duration.ofMinutes(30),
                true);
    }

    /** For machines: everything at once, at any time. */
    public static Newsdesk unlimited() {
        var d = defaults();
        int much = 1_000_000;
        return new Newsdesk(
                d.zone(),
                d.quiet(),
                new Budget(much, much),
                d.digest(),
                d.escalation(),
                d.operators(),
                much,
                d.ackFor(),
                d.groupWait(),
                d.whiplash(),
                false);
    }

    /** Every receiver that it names. */
    public Stream<String> receivers() {
        return Stream.of(
                        escalation.stream().flatMap(step -> step.receivers().stream()),
                        operators.stream(),
                        digest.stream().flatMap(plan -> plan.receivers().stream()))
                .flatMap(names -> names);
    }

    /** When the quiet that holds at this moment ends; empty when it does not hold, or what is this loud breaks in. */
    public Optional<Instant> quietUntil(Instant now, Priority loudness) {
        return quiet.filter(hours -> loudness.compareTo(hours.through()) > 0)
                .flatMap(hours -> hours.end(now.atZone(zone)))
                .map(ZonedDateTime::toInstant);
    }

    /** The next moment after this at which a digest is due. */
    Optional<Instant> nextDigest(Instant after) {
        return digest.stream()
                .flatMap(plan -> plan.at().stream())
                .flatMap(time -> Stream.of(0, 1, 2)
                        .map(days -> after.atZone(zone)
                                .toLocalDate()
                                .plusDays(days)
                                .atTime(time)
                                .atZone(zone)
                                .toInstant()))
                .filter(after::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * Hours in which nothing rings that can wait. Over midnight when {@code to} is not after {@code from}.
     *
     * @param days on which it begins; every day when empty
     * @param through what is at least this loud rings all the same
     */
    public record Quiet(LocalTime from, LocalTime to, List<DayOfWeek> days, Priority through) {
        public Quiet {
            days = List.copyOf(days);
            if (from.equals(to)) {
                throw new IllegalArgumentException("quiet hours must not begin and end at " + from);
            }
        }

        public static Quiet defaults() {
            return new Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0), List.of(), Priority.FLASH);
        }

        private Optional<ZonedDateTime> end(ZonedDateTime now) {
            return Stream.of(1, 0)
                    .map(now.toLocalDate()::minusDays)
                    .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                    .filter(day -> !now.isBefore(day.atTime(from).atZone(now.getZone())))
                    .map(day ->
                            day.plusDays(to.isAfter(from) ? 0 : 1).atTime(to).atZone(now.getZone()))
                    .filter(now::isBefore)
                    .findFirst();
        }
    }

    /** A token bucket: {@code burst} at once, refilled by {@code perHour}. Flashes and what takes back do not count. */
    public record Budget(int perHour, int burst) {
        public Budget {
            if (perHour < 1 || burst < 1) {
                throw new IllegalArgumentException("per-hour and burst must be above 0");
            }
        }

        public static Budget defaults() {
            return new Budget(6, 3);
        }
    }

    /** Times of the day in the desk's zone, and who reads it. */
    public record Digest(List<LocalTime> at, List<String> receivers) {
        public Digest {
            at = List.copyOf(at);
            receivers = List.copyOf(receivers);
            if (at.isEmpty() || receivers.isEmpty()) {
                throw new IllegalArgumentException("a digest needs times (at) and receivers");
            }
        }
    }

    /**
     * Who is told next while nobody acknowledges.
     *
     * @param priority of the alerts that it is for, and louder ones; urgent when absent
     * @param again tells also those who have the alert already
     */
    public record Step(Duration after, List<String> receivers, Optional<Priority> priority, Optional<Boolean> again) {
        public Step {
            receivers = List.copyOf(receivers);
            if (!after.isPositive() || receivers.isEmpty()) {
                throw new IllegalArgumentException("an escalation step needs a time above 0 (after) and receivers");
            }
        }

        boolean isFor(Priority loudness) {
            return loudness.compareTo(priority.orElse(Priority.URGENT)) <= 0;
        }
    }
}

package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Result;

/** One receiver's queue and thread: a slow receiver holds up nobody but itself. One attempt at a time. */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final String receiver;
    private final Notifier notifier;
    private final Outcomes outcomes;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final Line line = new Line();
    private boolean open = true;
    private boolean woken;
    private String off = "";

    Lane(String receiver, Notifier notifier, Outcomes outcomes, DeliveryMeters meters, InstantSource clock) {
        this.receiver = receiver;
        this.notifier = notifier;
        this.outcomes = outcomes;
        this.meters = meters;
        this.clock = clock;
        meters.watch(receiver, this::pending, () -> isOn() ? 1 : 0);
    }

    synchronized void offer(Work work) {
        supersede(line.offer(work));
        wake();
    }

    synchronized boolean holds(String notice) {
        return line.holds(notice);
    }

    synchronized void drop(Collection<TopicPartition> partitions) {
        line.drop(partitions);
    }

    synchronized int pending() {
        return line.size();
    }

    private synchronized boolean isOn() {
        return off.isEmpty();
    }

    /** Looks at the clock again. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** Ends the thread after the attempt that is running. */
    synchronized void stop() {
        open = false;
        wake();
    }

    @Override
    public void run() {
        try {
            while (isOpen()) {
                step();
                await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            outcomes.fail(e);
        }
    }

    /** Deals with everything that is due. */
    private void step() throws InterruptedException {
        for (var next = next(); isOpen() && next.isPresent(); next = next()) {
            var work = next.get();
            if (Retry.expired(work.notice(), clock.instant())) {
                end(
                        work,
                        Result.Outcome.EXPIRED,
                        "expired at " + work.notice().expires() + " after " + work.attempts() + " attempts");
            } else if (!isOn()) {
                end(work, Result.Outcome.REFUSED, off);
            } else {
                attempt(work.attempted());
            }
        }
    }

    private void attempt(Work work) throws InterruptedException {
        var begun = clock.instant();
        var answer = answer(work);
        var now = clock.instant();
        meters.sending(receiver, Duration.between(begun, now));
        if (answer instanceof Delivery.Off gone) {
            turnOff(gone.detail());
        }
        switch (Retry.after(answer, work.notice(), work.attempts(), now)) {
            case Retry.Next.Done done -> end(work, done.outcome(), done.detail());
            case Retry.Next.Again again -> again(work.dueAt(again.at()), again.why(), asked(answer, now));
        }
    }

    /** A bug of a channel must not stop the others, nor lose the notice. */
    private Delivery answer(Work work) throws InterruptedException {
        try {
            return notifier.send(work.notice());
        } catch (RuntimeException e) {
            LOG.error(
                    "receiver {}: notice {} could not be sent",
                    receiver,
                    work.notice().id(),
                    e);
            return new Delivery.Later("bug: " + e, Duration.ZERO);
        }
    }

    private static Optional<Instant> asked(Delivery answer, Instant now) {
        return answer instanceof Delivery.Later later && later.after().isPositive()
                ? Optional.of(now.plus(later.after()))
                : Optional.empty();
    }

    private synchronized void again(Work work, String why, Optional<Instant> rest) {
        rest.ifPresent(line::rest);
        outcomes.write(receiver, work, Result.Outcome.LATER, why);
        supersede(line.back(work));
    }

    private synchronized void end(Work work, Result.Outcome outcome, String detail) {
        if (outcome != Result.Outcome.SENT) {
            LOG.warn("receiver {}: notice {} {}: {}", receiver, work.notice().id(), outcome, Plain.line(detail, 300));
        }
        outcomes.write(receiver, work, outcome, detail);
        supersede(line.done(outcome == Result.Outcome.SENT));
    }

    private void supersede(List<Work> dropped) {
        for (var work : dropped) {
            outcomes.write(receiver, work, Result.Outcome.SUPERSEDED, "a newer revision of the alert is there");
        }
    }

    private synchronized void turnOff(String detail) {
        off = "receiver is off until the next start: " + detail;
    }

    private synchronized Optional<Work> next() {
        return line.next(clock.instant());
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized void await() throws InterruptedException {
        while (open && !woken) {
            long millis = line.nextDue()
                    .map(due -> Duration.between(clock.instant(), due))
                    .filter(wait -> wait.compareTo(LONGEST_NAP) < 0)
                    .orElse(LONGEST_NAP)
                    .toMillis();
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
        woken = false;
    }
}

package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;

/** One receiver's queue and thread: a slow receiver holds up nobody but itself. One attempt at a time. */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final String receiver;
    private final Channel channel;
    private final Outcomes outcomes;
    private final Known known;
    private final List<String> operators;
    private final Hold hold;
    private final DeliveryMeters meters;
    private final Traces traces;
    private final InstantSource clock;
    private final Line line = new Line();
    private final Pace.Bucket bucket;
    /** Notices that went to the fallback while they still wait here. */
    private final Set<String> passedOn = new HashSet<>();

    private boolean open = true;
    private boolean woken;
    private String off = "";

    /** @param operators receivers that hear when this one is turned off */
    Lane(
            String receiver,
            Channel channel,
            Set<String> operators,
            Hold hold,
            Outcomes outcomes,
            Known known,
            DeliveryMeters meters,
            Traces traces,
            InstantSource clock) {
        this.receiver = receiver;
        this.channel = channel;
        this.hold = hold;
        this.operators = operators.stream().sorted().toList();
        this.outcomes = outcomes;
        this.known = known;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
        this.bucket = new Pace.Bucket(channel.pace());
        meters.watch(receiver, this::pending, this::oldest, () -> isOn() ? 1 : 0);
    }

    synchronized void offer(Work work) {
        if (!work.says() && !channel.takes(work.notice())) {
            outcomes.write(receiver, work, Result.Outcome.SUPPRESSED, Channel.lacks(work.notice()));
            return;
        }
        known.shown(work.alert(), receiver).ifPresent(shown -> line.sent(work.alert(), shown.revision()));
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

    /** Seconds since the oldest that waits was planned; 0 when none does. */
    private synchronized long oldest() {
        var now = clock.instant();
        return line.all()
                .mapToLong(
                        work -> Duration.between(work.notice().planned(), now).toSeconds())
                .max()
                .orElse(0);
    }

    private synchronized boolean isOn() {
        return off.isEmpty();
    }

    /** Passes on what has waited too long; from outside, since an attempt may hang. */
    synchronized void tend() {
        if (channel.fallback().isEmpty() || hold.on()) {
            return;
        }
        var now = clock.instant();
        var late = line.all()
                .filter(work -> Fallback.early(work, hold.since(work.taken()), now))
                .map(Work::notice)
                .filter(notice -> !passedOn.contains(notice.id()))
                .toList();
        for (var notice : late) {
            passedOn.add(notice.id());
            outcomes.plan(instead(notice, now), () -> {});
        }
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
        } catch (RuntimeException e) { // the notifier loop: delivery as a whole must stop
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
                        said("expired at " + work.notice().expires()));
            } else if (!isOn()) {
                end(work, Result.Outcome.REFUSED, said(off));
            } else if (!channel.takes(work.notice())) {
                end(work, Result.Outcome.SUPPRESSED, said(Channel.lacks(work.notice())));
            } else {
                attempt(work.attempted());
            }
        }
    }

    private void attempt(Work work) throws InterruptedException {
        var begun = clock.instant();
        var answer = traces.step(Step.DELIVER, Traces.parent(work.notice().more()), () -> traced(work));
        var now = clock.instant();
        meters.sending(receiver, Duration.between(begun, now));
        switch (answer) {
            case Delivery.Off gone -> turnOff("receiver is off until the next start: " + gone.detail(), now);
            case Delivery.Later _ -> giveUp(now);
            case Delivery.Sent _, Delivery.Refused _, Delivery.Skipped _ -> {}
        }
        rest(answer, now);
        switch (Retry.after(answer, work.notice(), work.attempts(), now)) {
            case Retry.Next.Done done ->
                end(work, done.outcome(), answer instanceof Delivery.Sent sent ? sent : said(done.detail()));
            case Retry.Next.Again again -> again(work.dueAt(again.at()), again.why());
        }
    }

    private Delivery traced(Work work) throws InterruptedException {
        Noted.of(receiver, work);
        var answer = answer(work);
        Noted.of(answer);
        return answer;
    }

    /** A bug of a channel must not stop the others, nor lose the notice. */
    private Delivery answer(Work work) throws InterruptedException {
        try {
            return channel.notifier().send(work.notice(), known.shown(work.alert(), receiver));
        } catch (RuntimeException e) {
            LOG.error(
                    "receiver {}: notice {} could not be sent",
                    receiver,
                    work.notice().id(),
                    e);
            return new Delivery.Later("bug: " + e, Duration.ZERO);
        }
    }

    private synchronized void rest(Delivery answer, Instant now) {
        line.rest(bucket.take(now));
        if (answer instanceof Delivery.Later later && later.after().isPositive()) {
            line.rest(now.plus(later.after()));
        }
    }

    private synchronized void again(Work work, String why) {
        outcomes.write(receiver, work, Result.Outcome.LATER, why);
        supersede(line.back(work));
    }

    private static Delivery.Sent said(String detail) {
        return new Delivery.Sent(detail);
    }

    private synchronized void end(Work work, Result.Outcome outcome, Delivery.Sent end) {
        var notice = work.notice();
        boolean sent = outcome == Result.Outcome.SENT;
        LOG.atLevel(sent || outcome == Result.Outcome.SUPPRESSED ? Level.DEBUG : Level.WARN)
                .addKeyValue("notice", notice.id())
                .addKeyValue("alert", work.alert())
                .addKeyValue("item", notice.alert().causeItem())
                .log("receiver {}: notice {} {}: {}", receiver, notice.id(), outcome, Plain.line(end.detail(), 300));
        boolean follows = sent && Fallback.follows(notice) && known.replaced(work.alert(), receiver);
        boolean lost = Fallback.afterEnd(notice, outcome) && !passedOn.contains(notice.id());
        var others = follows || lost ? instead(notice, clock.instant()) : List.<Notice>of();
        passedOn.remove(notice.id());
        outcomes.write(receiver, work, outcome, end, others);
        supersede(line.done(sent));
    }

    private List<Notice> instead(Notice notice, Instant now) {
        return channel.fallback().map(other -> Fallback.notice(notice, other, now)).stream()
                .toList();
    }

    private void supersede(List<Work> dropped) {
        for (var work : dropped) {
            passedOn.remove(work.notice().id());
            outcomes.write(receiver, work, Result.Outcome.SUPERSEDED, "a newer revision of the alert is there");
        }
    }

    /** A receiver that has failed for very long is turned off, so that what it should get goes elsewhere at once. */
    private void giveUp(Instant now) {
        var trouble = known.trouble(receiver).filter(it -> Fallback.hopeless(it, now));
        trouble.ifPresent(it -> turnOff("receiver is off: it took nothing since " + it.since(), now));
    }

    private synchronized void turnOff(String why, Instant now) {
        if (off.isEmpty()) {
            off = why;
            LOG.error("receiver {}: {}", receiver, Plain.line(why, 300));
            var tellings = operators.stream()
                    .map(operator -> OwnNotice.off(receiver, operator, why, now))
                    .toList();
            outcomes.plan(tellings, () -> {});
        }
    }

    private synchronized Optional<Work> next() {
        return hold.on() ? Optional.empty() : line.next(clock.instant());
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized void await() throws InterruptedException {
        while (open && !woken) {
            long millis = line.nextDue()
                    .filter(_ -> !hold.on())
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

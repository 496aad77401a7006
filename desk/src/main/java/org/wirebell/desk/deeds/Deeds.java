package org.wirebell.desk.deeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.access.Accounts;
import org.wirebell.model.Account;
import org.wirebell.model.Action;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.Ruling;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * The only writer of the desk. Returns when Kafka has it; what cannot be written is an {@link UncheckedIOException}. The record
 * of who did it goes first, so that nothing is done that is not written down.
 */
public final class Deeds {
    private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

    private final Pen pen;
    private final Topics topics;
    private final InstantSource clock;
    private final Accounts accounts;

    /**
     * @param accounts take what is written at once, so that who was let in can come in
     */
    public Deeds(Pen pen, Topics topics, InstantSource clock, Accounts accounts) {
        this.pen = pen;
        this.topics = topics;
        this.clock = clock;
        this.accounts = accounts;
    }

    public Instant now() {
        return clock.instant();
    }

    public void act(Action action) {
        write(
                audit(
                        action.by(),
                        "alert." + lower(action.verb()),
                        "alert/" + action.alert(),
                        action.note(),
                        Map.of("after", plain(action))),
                line(topics.actions(), action.alert(), action));
    }

    public void silence(Silence silence) {
        write(
                audit(
                        silence.by(),
                        "silence.made",
                        "silence/" + silence.id(),
                        silence.reason(),
                        Map.of("after", plain(silence))),
                line(topics.silences(), silence.id(), silence));
    }

    public void lift(Silence silence, String by) {
        write(
                audit(by, "silence.lifted", "silence/" + silence.id(), "", Map.of("before", plain(silence))),
                new Pen.Line(topics.silences().name(), silence.id(), Optional.empty()));
    }

    public void rule(StoredRule rule, Optional<StoredRule> before) {
        write(
                audit(
                        rule.by(),
                        "rule." + (rule.state() == StoredRule.State.DELETED ? "deleted" : "kept"),
                        "rule/" + rule.id(),
                        rule.note(),
                        beforeAndAfter(before, rule)),
                line(topics.rules(), rule.id(), rule));
    }

    public void ruling(Ruling ruling) {
        write(
                audit(
                        ruling.actor(),
                        "held." + lower(ruling.verdict()),
                        "claim/" + ruling.claim(),
                        ruling.note(),
                        Map.of("series", ruling.series().key(), "after", plain(ruling))),
                line(topics.rulings(), ruling.claim(), ruling));
    }

    public synchronized void account(Account account, Optional<Account> before, String by) {
        var action = lower(account.kind()) + (account.off() ? ".barred" : before.isEmpty() ? ".made" : ".changed");
        write(
                audit(
                        by,
                        action,
                        account.id(),
                        account.name(),
                        beforeAndAfter(before.map(Deeds::shown), shown(account))),
                line(topics.users(), account.id(), account));
        accounts.put(account.id(), Optional.of(account));
    }

    /** A token was used: noted by the way, so that nobody waits for it, and lost when it cannot be written. */
    public void used(Account token) {
        Thread.ofVirtual().name("desk-used").start(() -> noteUse(token));
    }

    private synchronized void noteUse(Account token) {
        var now = accounts.byId(token.id()).filter(known -> !known.off()); // it may have been barred meanwhile
        if (now.isEmpty()) {
            return;
        }
        var used = now.get().used(token.used().orElseGet(clock::instant));
        try {
            pen.write(List.of(line(topics.users(), used.id(), used)));
            accounts.put(used.id(), Optional.of(used));
        } catch (IOException e) {
            LOG.warn("the use of {} is not noted: {}", used.id(), e.toString());
        }
    }

    /** Something was done that changes no topic of its own: signing in, a fire drill. */
    public void note(String actor, String action, String target, String detail) {
        write(audit(actor, action, target, detail, Map.of()));
    }

    /** An account without what its secret is checked against. */
    public static Map<String, Object> shown(Account account) {
        var shown = plain(account);
        shown.remove("verifier");
        return shown;
    }

    private static Map<String, Object> beforeAndAfter(Optional<?> before, Object after) {
        var both = new LinkedHashMap<String, Object>();
        before.ifPresent(b -> both.put("before", plain(b)));
        both.put("after", plain(after));
        return both;
    }

    private Audit audit(String actor, String action, String target, String detail, Map<String, Object> more) {
        return new Audit(actor, action, target, detail, clock.instant(), more);
    }

    private static Pen.Line line(Topic<?, ?> topic, String key, Object value) {
        return new Pen.Line(topic.name(), key, Optional.of(Json.write(value)));
    }

    /** One at a time, so that each audit names the one before. */
    private synchronized void write(Audit audit, Pen.Line... lines) {
        try {
            var all = new ArrayList<Pen.Line>();
            all.add(line(topics.audit(), audit.actor(), pen.linked(audit)));
            all.addAll(List.of(lines));
            pen.write(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LinkedHashMap<String, Object> plain(Object value) {
        return new LinkedHashMap<>(Json.map(Json.plain(value)));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}

package org.wirebell.ingest.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.MailMark;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.mailbox.Mailbox;
import org.wirebell.ingest.mailbox.Mailbox.Letter;
import org.wirebell.ingest.mailbox.MailboxConfig;
import org.wirebell.ingest.read.Enclosed;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

/**
 * Reads a mailbox, oldest message first. The watermark moves behind a message only after the broker has all of it: its
 * text, the wires that it encloses, and as dead letters what of these nobody can read. Nothing in the mailbox changes.
 */
final class MailboxReader implements Watch.Look {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
    /** Messages that the server is asked for at a time. */
    private static final int AT_ONCE = 100;
    /** What is left after this is for another connection, so that none stays open for hours. */
    private static final Duration LONGEST_VISIT = Duration.ofMinutes(5);

    /** After so many tries in a row a message that the server does not give out holds up the others no longer. */
    private static final int MOST_TRIES = 5;

    private static final int ID_LENGTH = 12;

    private final MailboxConfig config;
    private final Mailbox mailbox;
    private final Intake intake;
    private FeedState reached;
    private long stuckAt = -1;
    private int tries;

    MailboxReader(MailboxConfig config, Mailbox mailbox, Intake intake) {
        this.config = config;
        this.mailbox = mailbox;
        this.intake = intake;
        this.reached = Standing.start(intake.id(), "");
    }

    @Override
    public FeedState look(FeedState before) throws Outage, InterruptedException {
        reached = before;
        long start = System.nanoTime();
        try (var visit = mailbox.open()) {
            int read;
            do {
                read = look(visit);
            } while (read == AT_ONCE && System.nanoTime() - start < LONGEST_VISIT.toNanos());
            if (reached == before) {
                reached = Standing.unchanged(
                        before, "", "", intake.handover().clock().instant());
            }
            intake.handover().meters().fetched(intake.id(), "ok", Duration.ofNanos(System.nanoTime() - start));
            return reached;
        } catch (Outage outage) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            intake.handover().meters().fetched(intake.id(), outage.why().word(), took);
            throw outage;
        }
    }

    @Override
    public FeedState reached(FeedState before) {
        return reached;
    }

    /** How many messages were there to read, at most {@link #AT_ONCE}. */
    private int look(Mailbox.Visit visit) throws Outage, InterruptedException {
        var mark = MailMark.of(reached);
        if (mark.validity() != visit.validity()) {
            var first = MailMark.first(visit.validity(), visit.newest(MailMark.FIRST_SIGHT));
            if (mark.validity() >= 0) {
                LOG.warn("mailbox {}: the server has numbered its messages anew", intake.id());
            }
            mark = first;
            keep(mark.in(reached, reached.seen()));
        }
        var letters = visit.after(mark.uid(), AT_ONCE);
        for (var letter : letters) {
            mark = mark.read(letter.uid());
            var seen = reached.seen();
            if (!config.reads(letter.sender())) {
                intake.handover().meters().items(intake.id(), "refused", 1);
                LOG.info("mailbox {}: no mail of {} is read", intake.id(), letter.sender());
            } else if (MailMark.of(reached).isOld(letter.uid()) && seen.contains(id(letter))) {
                intake.handover().meters().items(intake.id(), "duplicate", 1);
            } else {
                reached = take(visit, letter);
            }
            var ids = new ArrayList<>(seen);
            ids.add(id(letter));
            keep(mark.in(reached, ids));
        }
        return letters.size();
    }

    private void keep(FeedState state) {
        reached = state;
        intake.handover().states().keep(state);
    }

    private FeedState take(Mailbox.Visit visit, Letter letter) throws Outage, InterruptedException {
        byte[] raw;
        try {
            raw = visit.raw(letter, intake.mostBytes() + 1);
        } catch (Outage outage) {
            if (!givenUp(letter)) {
                throw outage;
            }
            var detail = letter.id() + ": stays in the mailbox, the server did not give it out in " + MOST_TRIES
                    + " tries: " + outage.getMessage();
            var nothing = new Intake.Document(letter.id(), "", new byte[0]);
            return intake.unreadable(reached, nothing, new Problem(Problem.Why.BROKEN, detail))
                    .state();
        }
        if (raw.length == 0) {
            return reached; // deleted between the list and now
        }
        intake.handover().meters().bytes(intake.id(), raw.length);
        return take(
                new Intake.Document(letter.id(), "message/rfc822", raw),
                MailMark.of(reached).isOld(letter.uid()));
    }

    private boolean givenUp(Letter letter) {
        tries = stuckAt == letter.uid() ? tries + 1 : 1;
        stuckAt = letter.uid();
        return tries >= MOST_TRIES;
    }

    /** The wires that a mail encloses, and the mail itself where it says something beside them. */
    private FeedState take(Intake.Document mail, boolean old) throws InterruptedException {
        var enclosed = mail.raw().length > intake.mostBytes() ? List.<Enclosed>of() : Enclosed.in(mail.raw());
        if (enclosed.isEmpty()) {
            return intake.take(reached, mail, old).state();
        }
        var state = reached;
        int taken = 0;
        for (var wire : enclosed) {
            var name = wire.isText() ? mail.name() : mail.name() + " " + wire.name();
            var before = state.items();
            state = intake.take(state, new Intake.Document(name, wire.contentType(), wire.raw()), old)
                    .state();
            taken += state.items() > before ? 1 : 0;
        }
        var cover = intake.read(mail).items();
        return taken > 0
                        && (enclosed.stream().anyMatch(Enclosed::isText)
                                || cover.stream().allMatch(MailboxReader::isBare))
                ? state
                : intake.handOver(state, cover, old);
    }

    private static boolean isBare(Item cover) {
        return cover.body().isBlank();
    }

    /** What is remembered of a message, for the day on which the server numbers all of them anew. */
    private static String id(Letter letter) {
        return Ids.id(letter.id()).substring(0, ID_LENGTH);
    }
}

package org.wirebell.ingest.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.drop.Drop;
import org.wirebell.ingest.drop.DropConfig;
import org.wirebell.ingest.due.DroppedFile;
import org.wirebell.ingest.due.Settling;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Taken;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;

/**
 * Takes the files that are dropped on a server, oldest first. A file is noted as taken only after the broker has all of it,
 * and deleted or moved only after that. One that nobody can read goes to the dead letters and stays where it is.
 */
final class DropReader implements Watch.Look {
    private static final Logger LOG = LoggerFactory.getLogger(DropReader.class);
    private static final String FLOOR = "floor";
    /** Files this old or older lay there at our first look. */
    private static final String OLD = "old";
    /** With more marks than this a state is long, and written once a look instead of once a file. */
    private static final int SHORT = 500;

    private final DropConfig config;
    private final Drop drop;
    private final Intake intake;
    private Settling settling = Settling.nothing();
    private FeedState reached;
    /** Files of which was said that something cannot be done with them, so that it is said once. */
    private final Set<String> complained = new HashSet<>();
    /** Files at which a look was broken off: the others come first, lest one that never comes through holds them up. */
    private final Set<String> broken = new HashSet<>();

    DropReader(DropConfig config, Drop drop, Intake intake) {
        this.config = config;
        this.drop = drop;
        this.intake = intake;
        this.reached = Standing.start(intake.id(), "");
    }

    @Override
    public FeedState look(FeedState before) throws Outage, InterruptedException {
        reached = before;
        long start = System.nanoTime();
        var outcome = "ok";
        try (var visit = drop.open()) {
            look(visit);
        } catch (Outage outage) {
            outcome = outage.why().word();
            throw outage;
        } finally {
            intake.handover().meters().fetched(intake.id(), outcome, Duration.ofNanos(System.nanoTime() - start));
        }
        return reached == before ? Standing.unchanged(before, "", "", now()) : reached;
    }

    @Override
    public FeedState reached(FeedState before) {
        return reached;
    }

    private void look(Drop.Visit visit) throws Outage, InterruptedException {
        var listed = visit.list();
        var files = new HashMap<String, DroppedFile>();
        listed.forEach(file -> files.put(file.name(), file));
        var stamps = new HashMap<String, Settling.Stamp>();
        files.forEach((name, file) -> stamps.put(name, file.stamp()));
        settling = settling.look(stamps, now());
        if (!reached.more().containsKey(OLD)) {
            var newest = listed.stream().map(DroppedFile::changed).max(Comparator.naturalOrder());
            keep(taken(), Map.of(OLD, newest.orElse(Instant.EPOCH).toString()));
        }
        complained.retainAll(files.keySet());
        if (config.afterwards() != DropConfig.After.LEAVE) { // what an earlier look could not finish
            for (var file : taken().done(listed)) {
                finish(visit, file);
            }
        }
        var settled = settling.settled(now()).map(name -> files.get(name)).toList();
        broken.retainAll(files.keySet());
        var next = taken().fresh(settled).stream()
                .sorted(Comparator.comparing(file -> broken.contains(file.name())))
                .limit(config.mostFiles())
                .toList();
        for (var file : next) {
            take(visit, file, listed);
        }
        if (taken().marks().size() > SHORT) {
            intake.handover().states().keep(reached);
        }
    }

    private void take(Drop.Visit visit, DroppedFile file, List<DroppedFile> listed)
            throws Outage, InterruptedException {
        byte[] raw;
        try {
            raw = visit.raw(file, intake.mostBytes() + 1);
        } catch (Outage outage) {
            if (outage.why() != Why.DENIED) {
                broken.add(file.name());
                throw outage;
            }
            complain(file, outage); // the others are not to wait for it
            return;
        }
        if (raw.length <= intake.mostBytes() && raw.length != file.size() && file.exact()) {
            return; // being written after all
        }
        intake.handover().meters().bytes(intake.id(), raw.length);
        var old = !file.changed().isAfter(instant(OLD));
        var document = new Intake.Document(file.name(), "", raw);
        var read = intake.take(reached, document, old);
        reached = read.state();
        keep(taken().with(file, read.whole()).bounded(listed), Map.of());
        if (read.whole()) {
            finish(visit, file);
        }
    }

    /** What is to become of a file that was taken; not, when it was written anew since. */
    private void finish(Drop.Visit visit, DroppedFile file) throws Outage {
        try {
            var after = config.afterwards();
            if (after != DropConfig.After.LEAVE && !visit.now(file).equals(Optional.of(file))) {
                return;
            }
            switch (after) {
                case LEAVE -> {}
                case DELETE -> visit.delete(file);
                case MOVE -> visit.move(file);
            }
        } catch (Outage outage) {
            if (outage.why() != Why.DENIED) {
                throw outage;
            }
            complain(file, outage);
        }
    }

    private void complain(DroppedFile file, Outage outage) {
        var state = Standing.failed(reached, outage.why(), file.name() + ": " + outage.getMessage(), "", now());
        reached = state;
        if (complained.add(file.name())) {
            LOG.warn("drop {}: {}: {}", intake.id(), file.name(), outage.getMessage());
            intake.handover().states().keep(state);
        }
    }

    private Taken taken() {
        return new Taken(reached.seen(), instant(FLOOR));
    }

    private Instant instant(String name) {
        try {
            return Instant.parse(reached.more().getOrDefault(name, "").toString());
        } catch (DateTimeParseException _) {
            return Instant.MIN;
        }
    }

    private void keep(Taken taken, Map<String, Object> notes) {
        var more = new HashMap<>(notes);
        if (taken.floor().isAfter(Instant.MIN)) {
            more.put(FLOOR, taken.floor().toString());
        }
        reached = Standing.noted(reached, taken.marks(), more);
        if (taken.marks().size() <= SHORT) {
            intake.handover().states().keep(reached);
        } else {
            intake.handover().states().show(reached);
        }
    }

    private Instant now() {
        return intake.handover().clock().instant();
    }
}

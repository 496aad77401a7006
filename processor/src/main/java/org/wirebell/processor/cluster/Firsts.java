package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.wirebell.model.Escalation;
import org.wirebell.model.Finding;
import org.wirebell.model.Signal;

/** Tells a tag that was not heard of a country for long: "the first strike in 30 days". */
final class Firsts {
    /** Signals below this level are heard of every day. */
    private static final int ATTACK = 3;
    /** Key of the moment when listening began. */
    private static final String BEGAN = "began";

    private final Duration quiet;
    private final Shelf<Heard> heard;

    Firsts(Duration quiet, Shelf<Heard> heard) {
        this.quiet = quiet;
        this.heard = heard;
    }

    /** What is a first in this item; from now on it is heard. */
    List<Escalation.First> hear(Finding finding, Instant at) {
        var country = Features.country(finding);
        var tags = new TreeSet<String>();
        finding.signals().stream()
                .filter(s -> s.level() >= ATTACK)
                .map(Signal::tag)
                .forEach(tags::add);
        if (heard.get(BEGAN).isEmpty()) {
            heard.put(BEGAN, new Heard(at));
        }
        var firsts = new ArrayList<Escalation.First>();
        for (var tag : country.isEmpty() ? new TreeSet<String>() : tags) {
            var key = tag + "|" + country;
            var before = heard.get(key).or(() -> heard.get(BEGAN)).map(Heard::last);
            var silence = before.map(b -> Duration.between(b, at)).orElse(Duration.ZERO);
            if (silence.compareTo(quiet) >= 0) {
                firsts.add(new Escalation.First(tag, country, (int) silence.toDays()));
            }
            var last = Optional.of(at).filter(a -> before.filter(a::isBefore).isEmpty());
            last.ifPresent(a -> heard.put(key, new Heard(a)));
        }
        return firsts;
    }
}

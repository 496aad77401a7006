package org.wirebell.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.wirebell.model.Place;
import org.wirebell.model.Story;

/** The stories that the invented news of {@link Preview} tell. */
final class PreviewStories {
    static final String FERRY = "coastwire|https://coastwire.example/1";
    static final String MOVED = "northline|https://northline.example/2";
    private static final Place MARAVEL = new Place("xm", "Maravel", "xm", List.of(), "Maravel");

    private PreviewStories() {}

    static void fill(Invented news, Instant now) {
        news.put(ridge(now));
        news.put(hostile(now));
        news.put(building(now));
        var ferry = ferry(now);
        news.put(ferry);
        var moved =
                Tales.story(new Tales(now).own("northline", "https://northline.example/2", -400, "en", "Toll climbs"));
        news.put(Tales.gone(moved, FERRY));
    }

    private static Place place(String name) {
        return new Place("xm/" + name.toLowerCase(java.util.Locale.ROOT), name, "xm", List.of("xm"), name);
    }

    private static Story.Level level(Instant now, int hours, int level) {
        return new Story.Level(now.minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.HOURS), level);
    }

    private static Story ferry(Instant now) {
        var at = new Tales(now.minus(Duration.ofMinutes(560)));
        var dawn = at.own("coastwire", "https://coastwire.example/1", 0, "en", "Ferry sinks off Port Adel");
        var reprint = at.copy(dawn, "reprint", "harbour-desk", 6);
        var again = Tales.credited(at.copy(reprint, "cut", "plain-news", 41), "coastwire");
        var noon = at.own("northline", "https://northline.example/2", 160, "en", "Toll climbs");
        var french = at.copy(noon, "edited", "bulletin-sud", 183);
        var arabic = at.own("nahr-press", "https://nahr-press.example/41", 212, "ar", "غرق عبارة قبالة بورت عادل");
        var late = at.own("coastwire", "https://coastwire.example/3", 557, "en", "Ferry toll rises to 31");
        return Tales.story(
                List.of(place("Port Adel"), MARAVEL),
                List.of(level(now, 9, 6), level(now, 8, 6), level(now, 4, 4), level(now, 0, 6)),
                List.of(now.minus(Duration.ofMinutes(390)) + ": took in " + MOVED
                        + ", likeness 0.74 by marla, star, harbour"),
                dawn,
                reprint,
                again,
                noon,
                french,
                arabic,
                late);
    }

    private static Story ridge(Instant now) {
        var at = new Tales(now.minus(Duration.ofMinutes(200)));
        return Tales.story(
                List.of(place("Qantara Ridge")),
                List.of(level(now, 3, 3), level(now, 1, 3)),
                List.of(),
                at.own("northline", "https://northline.example/9", 0, "en", "Clash on the ridge"),
                at.own("northline", "https://northline.example/10", 189, "en", "Ridge front gives its own count"));
    }

    private static Story building(Instant now) {
        var at = new Tales(now.minus(Duration.ofMinutes(26)));
        return Tales.story(
                List.of(place("Wadi Sahl")),
                List.of(),
                List.of(),
                at.own("nahr-press", "https://nahr-press.example/44", 0, "ar", "انهيار مبنى في وادي سهل"));
    }

    private static Story hostile(Instant now) {
        var at = new Tales(now.minus(Duration.ofMinutes(58)));
        return Tales.story(at.own("plain-news", "javascript:alert(1)", 0, "en", Invented.HOSTILE));
    }
}

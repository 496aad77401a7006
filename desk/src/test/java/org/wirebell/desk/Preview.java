package org.wirebell.desk;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.Series;
import org.wirebell.model.Signal;
import org.wirebell.model.Update;

/** A day's invented news with everything that a desk may come to see. */
final class Preview {
    private static final Series FERRY =
            new Series(Figure.Category.KILLED, "all", "port adel", "ferry", "", Figure.Scope.INCIDENT);
    private static final Series BORDER =
            new Series(Figure.Category.KILLED, "all", "qantara ridge", "clash", "", Figure.Scope.INCIDENT);
    private static final Series WAR =
            new Series(Figure.Category.KILLED, "children", "maravel", "war", "2025-04-02", Figure.Scope.CUMULATIVE);
    private static final Series TYPHOON =
            new Series(Figure.Category.DISPLACED, "all", "sandoro islands", "typhoon", "", Figure.Scope.INCIDENT);
    private static final Series MINE =
            new Series(Figure.Category.MISSING, "miners", "kolva", "mine", "", Figure.Scope.INCIDENT);

    private Preview() {}

    static void fill(Board board, Instant now) {
        var news = new Invented(board, now);
        sources(news);
        figures(news);
        ordinary(news, now);
        loud(news, now);
        PreviewStories.fill(news, now);
    }

    private static void sources(Invented news) {
        news.feed("coastwire", "Coastwire", 0, "ok", "", ofSeconds(42), ofSeconds(80));
        news.feed("northline", "Northline Agency", 0, "not_modified", "", ofMinutes(2), ofMinutes(3));
        news.feed("nahr-press", "وكالة النهر", 0, "ok", "", ofMinutes(1), ofMinutes(4));
        news.feed("bulletin-sud", "Bulletin du Sud", 0, "ok", "", ofMinutes(31), ofMinutes(-14));
        news.feed("harbour-desk", "Harbour Desk", 4, "http_5xx", "502 Bad Gateway", ofMinutes(47), ofMinutes(8));
        news.letter("ingest", "not-a-feed", "feed plain-news: not a feed: root element <html>", "plain-news");
        news.letter("ingest", "not-a-feed", "feed plain-news: not a feed: root element <html>", "plain-news");
        news.letter("processor", "SerializationException", "Can't deserialize data from topic items", "coastwire|77");
    }

    private static void figures(Invented news) {
        var dawn = Invented.evidence(
                "coastwire",
                "Ferry sinks off Port Adel",
                "https://coastwire.example/1",
                "Eleven people drowned when the Marla Star sank, the harbour office said.",
                "Eleven");
        var noon = Invented.evidence(
                "northline",
                "Toll climbs",
                "https://northline.example/2",
                "The toll has risen to 20, the harbour office said at noon.",
                "20");
        var late = Invented.evidence(
                "coastwire",
                "Ferry toll rises to 31",
                "https://coastwire.example/3",
                "At least 31 people died when the Marla Star sank, the harbour office said.",
                "31");
        news.update(FERRY, Update.Kind.FIRST, 11, Figure.Bound.EXACT, "harbour office", dawn, ofMinutes(540));
        news.update(
                FERRY,
                Update.Kind.CONFLICT,
                26,
                Optional.of(30L),
                Figure.Bound.RANGE,
                "survivors",
                noon,
                ofMinutes(400));
        news.update(FERRY, Update.Kind.HIGHER, 20, Figure.Bound.EXACT, "harbour office", noon, ofMinutes(310));
        news.update(FERRY, Update.Kind.HIGHER, 31, Figure.Bound.AT_LEAST, "harbour office", late, ofMinutes(3));
        news.ledger(FERRY, LedgerEntry.State.OPEN, 31, 31, 31, ofMinutes(3));
        var ridge = Invented.evidence(
                "northline",
                "Clash on the ridge",
                "https://northline.example/9",
                "The army said nine soldiers were killed.",
                "nine");
        news.update(BORDER, Update.Kind.FIRST, 9, Figure.Bound.EXACT, "army of Lower Maravel", ridge, ofMinutes(200));
        news.update(BORDER, Update.Kind.CONFLICT, 34, Figure.Bound.AT_LEAST, "ridge front", ridge, ofMinutes(150));
        news.update(BORDER, Update.Kind.HIGHER, 12, Figure.Bound.EXACT, "army of Lower Maravel", ridge, ofMinutes(60));
        news.update(BORDER, Update.Kind.HIGHER, 41, Figure.Bound.ABOUT, "ridge front", ridge, ofMinutes(11));
        news.ledger(BORDER, LedgerEntry.State.DISPUTED, 12, 12, 41, ofMinutes(11));
        for (int day = 12; day > 0; day--) {
            news.update(
                    WAR,
                    day == 12 ? Update.Kind.FIRST : Update.Kind.HIGHER,
                    4_180 - day * 37L,
                    Figure.Bound.MORE_THAN,
                    "health ministry of Maravel",
                    ridge,
                    ofMinutes(day * 1440L));
        }
        news.ledger(WAR, LedgerEntry.State.OPEN, 4_143, 4_143, 4_143, ofMinutes(75));
        news.update(TYPHOON, Update.Kind.FIRST, 1_200, Figure.Bound.ABOUT, "civil defence", noon, ofMinutes(500));
        news.update(TYPHOON, Update.Kind.RETRACTED, 1_200, Figure.Bound.ABOUT, "civil defence", noon, ofMinutes(240));
        news.update(TYPHOON, Update.Kind.RESET, 840, Figure.Bound.EXACT, "civil defence", noon, ofMinutes(230));
        news.ledger(TYPHOON, LedgerEntry.State.HELD, 840, 840, 840, ofMinutes(230));
        news.update(MINE, Update.Kind.FIRST, 17, Figure.Bound.EXACT, "mine owner", noon, ofMinutes(700));
        news.update(MINE, Update.Kind.RETRACTED, 17, Figure.Bound.EXACT, "mine owner", noon, ofMinutes(650));
        news.ledger(MINE, LedgerEntry.State.EMPTY, 0, 0, 0, ofMinutes(650));
    }

    private static void ordinary(Invented news, Instant now) {
        for (int i = 0; i < 8; i++) {
            var e = Invented.evidence(
                    "coastwire",
                    "Road notes " + (i + 1),
                    "https://coastwire.example/road-" + i,
                    (i + 2) + " people were hurt when a bus left the road near Ostrel, police said.",
                    Integer.toString(i + 2));
            var a = Invented.with(
                    news.alert(
                            "road" + i,
                            Priority.LOW,
                            "Injured: " + (i + 2) + " in Ostrel, say police",
                            "police",
                            e,
                            ofMinutes(300 + i * 47L)),
                    "en",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Invented.reading(i + 2L, Figure.Bound.EXACT, now)),
                    List.of());
            news.put(a);
            news.told(a, "night-desk", Notice.Kind.NEW, Optional.of(Result.Outcome.SENT));
        }
    }

    private static void loud(Invented news, Instant now) {
        withdrawn(news, now);
        corrected(news, now);
        release(news, now);
        var hostile = news.alert(
                "hostile",
                Priority.NORMAL,
                Invented.HOSTILE,
                "nobody",
                Invented.evidence(
                        "plain-news",
                        "<script>alert(1)</script>",
                        "javascript:alert(1)",
                        "They said <b>4</b> died & \"more\" were hurt.",
                        "<b>4</b>"),
                ofMinutes(58));
        news.put(hostile);
        var arabic = Invented.with(
                news.alert(
                        "arabic",
                        Priority.URGENT,
                        "Killed: at least 14 in Wadi Sahl, says civil defence",
                        "الدفاع المدني",
                        Invented.evidence(
                                "nahr-press",
                                "انهيار مبنى في وادي سهل",
                                "https://nahr-press.example/44",
                                "قال الدفاع المدني إن 14 شخصا على الأقل لقوا حتفهم في انهيار مبنى سكني في وادي سهل.",
                                "14"),
                        ofMinutes(26)),
                "ar",
                Optional.of(
                        new Series(Figure.Category.KILLED, "all", "wadi sahl", "collapse", "", Figure.Scope.INCIDENT)),
                Optional.empty(),
                Optional.of(Invented.reading(14, Figure.Bound.AT_LEAST, now)),
                List.of());
        news.put(arabic);
        news.told(arabic, "desk-mail", Notice.Kind.NEW, Optional.of(Result.Outcome.SENT));
        news.told(arabic, "night-desk", Notice.Kind.NEW, Optional.of(Result.Outcome.LATER));
        conflict(news, now);
        ferry(news, now);
    }

    private static void withdrawn(Invented news, Instant now) {
        var e = Invented.evidence(
                "coastwire",
                "KILL: Kolva mine story",
                "https://coastwire.example/kolva",
                "Seventeen miners are missing at Kolva, the owner said.",
                "Seventeen");
        var first = Invented.with(
                news.alert(
                        "mine",
                        Priority.URGENT,
                        "Missing: 17 miners in Kolva, says the mine owner",
                        "mine owner",
                        e,
                        ofMinutes(200)),
                "en",
                Optional.of(MINE),
                Optional.empty(),
                Optional.of(Invented.reading(17, Figure.Bound.EXACT, now)),
                List.of());
        var gone = Invented.next(
                first, Alert.State.WITHDRAWN, Alert.Reason.WITHDRAWN, Optional.empty(), e, now.minus(ofMinutes(120)));
        news.put(gone);
        news.told(gone, "desk-mail", Notice.Kind.WITHDRAW, Optional.of(Result.Outcome.SENT));
    }

    private static void corrected(Invented news, Instant now) {
        var e = Invented.evidence(
                "bulletin-sud",
                "Typhon\u00a0: le bilan corrigé",
                "https://bulletin-sud.example/7",
                "La protection civile a ramené de 1 200 à 840 le nombre de personnes déplacées aux îles Sandoro.",
                "840");
        var first = Invented.with(
                news.alert(
                        "typhoon",
                        Priority.NORMAL,
                        "Displaced: 840 in the Sandoro Islands, says civil defence",
                        "protection civile",
                        e,
                        ofMinutes(500)),
                "fr",
                Optional.of(TYPHOON),
                Optional.empty(),
                Optional.of(Invented.reading(1_200, Figure.Bound.ABOUT, now)),
                List.of());
        var now2 = Invented.next(
                first,
                Alert.State.OPEN,
                Alert.Reason.CORRECTED,
                Optional.of(Invented.reading(840, Figure.Bound.EXACT, now)),
                e,
                now.minus(ofMinutes(44)));
        news.put(now2);
        news.told(now2, "desk-mail", Notice.Kind.CORRECT, Optional.of(Result.Outcome.SENT));
        news.told(now2, "night-desk", Notice.Kind.CORRECT, Optional.of(Result.Outcome.REFUSED));
    }

    private static void release(Invented news, Instant now) {
        var e = Invented.evidence(
                "northline",
                "Hostages walk free",
                "https://northline.example/12",
                "Six aid workers were released at the Tessel crossing after talks, the mediators said.",
                "Six");
        var a = Invented.with(
                news.alert(
                        "release",
                        Priority.NORMAL,
                        "Released: 6 aid workers at Tessel, say the mediators",
                        "mediators",
                        e,
                        ofMinutes(18)),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Invented.reading(6, Figure.Bound.EXACT, now)),
                List.of(new Signal("release", -2, "released", 0, 8, Figure.Part.BODY, "release")));
        news.put(a);
        news.told(a, "desk-mail", Notice.Kind.NEW, Optional.empty());
    }

    private static void conflict(Invented news, Instant now) {
        var e = Invented.evidence(
                "northline",
                "Ridge front gives its own count",
                "https://northline.example/10",
                "The ridge front put the number of dead at about 41, while the army speaks of 12.",
                "about 41");
        var first = Invented.with(
                news.alert(
                        "ridge",
                        Priority.URGENT,
                        "Killed at Qantara Ridge: 12 says the army, about 41 says the ridge front",
                        "ridge front",
                        e,
                        ofMinutes(60)),
                "en",
                Optional.of(BORDER),
                Optional.empty(),
                Optional.of(Invented.reading(12, Figure.Bound.EXACT, now)),
                List.of(new Signal("crossborder.fire", 3, "shelling", 0, 8, Figure.Part.BODY, "fire")));
        var second = Invented.next(
                first,
                Alert.State.OPEN,
                Alert.Reason.CONFLICT,
                Optional.of(Invented.reading(41, Figure.Bound.ABOUT, now)),
                e,
                now.minus(ofMinutes(11)));
        news.put(second);
        news.told(second, "desk-mail", Notice.Kind.UPDATE, Optional.of(Result.Outcome.SENT));
        news.told(second, "night-desk", Notice.Kind.UPDATE, Optional.of(Result.Outcome.SENT));
    }

    private static void ferry(Invented news, Instant now) {
        var e = Invented.evidence(
                "coastwire",
                "Ferry toll rises to 31",
                "https://coastwire.example/3",
                "At least 31 people died when the Marla Star sank, the harbour office said.",
                "31");
        var a = Invented.with(
                news.alert(
                        "ferry",
                        Priority.FLASH,
                        "Killed: at least 31 in Port Adel ferry sinking, says the harbour office",
                        "harbour office",
                        e,
                        ofMinutes(540)),
                "en",
                Optional.of(FERRY),
                Optional.empty(),
                Optional.of(Invented.reading(11, Figure.Bound.EXACT, now)),
                List.of(new Signal("mass.casualty", 6, "31 people died", 0, 14, Figure.Part.BODY, "toll")));
        var b = Invented.next(
                a,
                Alert.State.OPEN,
                Alert.Reason.MATERIAL_CHANGE,
                Optional.of(Invented.reading(20, Figure.Bound.EXACT, now)),
                e,
                now.minus(ofMinutes(310)));
        var c = Invented.next(
                b,
                Alert.State.OPEN,
                Alert.Reason.MATERIAL_CHANGE,
                Optional.of(Invented.reading(31, Figure.Bound.AT_LEAST, now)),
                e,
                now.minus(ofMinutes(3)));
        news.put(c);
        news.told(c, "desk-mail", Notice.Kind.UPDATE, Optional.of(Result.Outcome.SENT));
        news.told(c, "night-desk", Notice.Kind.UPDATE, Optional.of(Result.Outcome.SENT));
    }
}

package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One complete, invented event of each type, for tests in every room. */
public final class Samples {
    public static final Instant T0 = Instant.parse("2026-03-01T06:00:00Z");

    private Samples() {}

    /** An item with these texts and nothing else. */
    public static Item item(String id, String headline, String body) {
        return Json.read(
                Json.plain(Map.of(
                        "id",
                        id,
                        "version",
                        "1",
                        "source",
                        "coastwire",
                        "headline",
                        headline,
                        "body",
                        body,
                        "language",
                        "en",
                        "published",
                        T0.toString(),
                        "received",
                        T0.plusSeconds(40).toString())),
                Item.class);
    }

    public static Item item() {
        return new Item(
                "urn:coast:ferry-1",
                "2",
                "coastwire",
                "newsml-g2",
                Optional.of(T0.plusSeconds(40)),
                "Ferry toll rises to 31",
                "The Marla Star sank at dawn.",
                "PORT ADEL (Coastwire) - At least 31 people died when the Marla Star sank, the harbour office said.",
                "en",
                "https://coastwire.example/ferry-1",
                Optional.of(T0),
                Optional.of(T0.plusSeconds(20)),
                Optional.of(Item.OPEN_EMBARGO),
                List.of("Ana Ruiz"),
                "By Ana Ruiz",
                "Coastwire",
                "PORT ADEL",
                List.of("Port Adel"),
                "FERRY-SINKING",
                List.of("ferry"),
                List.of(new Item.Subject("medtop", "20000139", "transport accident")),
                "Current",
                Optional.of(2),
                "U",
                Item.Status.USABLE,
                List.of(WireSignal.UPDATE),
                "Updates toll",
                "Not for archive",
                List.of(new Item.Media("https://coastwire.example/ferry.jpg", "image/jpeg")),
                List.of("urn:coast:ferry-0"),
                true,
                List.of("date repaired"),
                "00ff",
                Map.of());
    }

    public static Figure figure() {
        return new Figure(
                "31",
                32,
                Figure.Part.BODY,
                Optional.of(31L),
                Optional.of(31L),
                Optional.empty(),
                Optional.empty(),
                Figure.Bound.AT_LEAST,
                Figure.Category.KILLED,
                "people",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "the harbour office",
                "Port Adel",
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "died");
    }

    public static Evidence evidence() {
        return new Evidence(
                "coastwire|urn:coast:ferry-1",
                "2",
                "coastwire",
                "Ferry toll rises to 31",
                "https://coastwire.example/ferry-1",
                Optional.of(T0),
                Figure.Part.BODY,
                "At least 31 people died when the Marla Star sank, the harbour office said.",
                "31",
                9,
                32,
                34,
                "died");
    }

    public static Series series() {
        return new Series(Figure.Category.KILLED, "all", "port adel", "ferry", "", Figure.Scope.INCIDENT);
    }

    public static Claim claim() {
        return new Claim(
                "c1",
                series(),
                "harbour office",
                "the harbour office",
                "coastwire",
                figure(),
                evidence(),
                T0,
                T0.plusSeconds(40),
                false);
    }

    public static Signal signal() {
        return new Signal("mass.casualty", 6, "31 people died", 32, 46, Figure.Part.BODY, "toll");
    }

    public static Finding finding() {
        return new Finding(
                item(),
                "en",
                List.of(new Place("xx/port-adel", "Port Adel", "xx", List.of("xx"), "PORT ADEL")),
                List.of(signal()),
                List.of(figure()),
                "",
                "",
                "coastwire",
                Map.of());
    }

    public static Story story() {
        return new Story(
                "coastwire|urn:coast:ferry-1",
                "Ferry sinks off Port Adel",
                T0,
                T0.plusSeconds(720),
                2,
                List.of("en"),
                List.of(new Place("xx/port-adel", "Port Adel", "xx", List.of("xx"), "PORT ADEL")),
                List.of(
                        new Story.Member(
                                "coastwire|urn:coast:ferry-1",
                                "coastwire",
                                "coastwire",
                                T0,
                                "en",
                                "Ferry sinks off Port Adel",
                                "https://coastwire.example/ferry-1",
                                "",
                                ""),
                        new Story.Member(
                                "harbour-desk|h9",
                                "harbour-desk",
                                "coastwire",
                                T0.plusSeconds(720),
                                "en",
                                "Ferry sinks near Port Adel",
                                "https://harbour-desk.example/h9",
                                "coastwire|urn:coast:ferry-1",
                                "reprint")),
                List.of(new Story.Origin("coastwire", T0, List.of("harbour-desk"))),
                List.of(new Story.Level(T0, 6)),
                "",
                List.of(T0.plusSeconds(60) + ": took in northline|n2, likeness 0.71 by marla, star"),
                Map.of());
    }

    public static LedgerEntry entry() {
        return new LedgerEntry(
                series(),
                LedgerEntry.State.OPEN,
                Optional.of(claim()),
                Optional.of(31L),
                Optional.of(31L),
                Optional.of(31L),
                List.of(claim()),
                List.of(new LedgerEntry.Held(claim(), "31 is also the number of missing")),
                List.of(new LedgerEntry.Step(
                        Update.Kind.FIRST,
                        Optional.of(31L),
                        Figure.Bound.AT_LEAST,
                        "harbour office",
                        T0,
                        evidence().sentence(),
                        evidence().link(),
                        "coastwire")),
                T0,
                T0.plusSeconds(40),
                Map.of());
    }

    public static Update update() {
        return new Update(
                "u1",
                "c1",
                "urn:coast:ferry-1",
                "2",
                Update.Kind.HIGHER,
                series(),
                Optional.of(31L),
                Optional.of(31L),
                Optional.empty(),
                Figure.Bound.AT_LEAST,
                Optional.of(20L),
                "harbour office",
                "coastwire",
                "31",
                32,
                34,
                "31 is above 20, the highest so far",
                evidence(),
                List.of(claim()),
                1,
                T0,
                T0.plusSeconds(40),
                false,
                Optional.of(finding()),
                Map.of());
    }

    public static Ruling ruling() {
        return new Ruling(
                "c1",
                series(),
                Ruling.Verdict.RELEASE,
                "night desk",
                T0.plusSeconds(90),
                "the harbour office says so too",
                Map.of());
    }

    public static Alert alert() {
        return alertOfOld()
                .by(new RuleVersion("3", "id: ferry-toll\nquery: ferry\nfigure: {category: [killed], rise-by: 10}\n"));
    }

    /** As it was written before versions of rules were kept. */
    public static Alert alertOfOld() {
        var before = new Alert.Reading(Optional.of(20L), Optional.of(20L), Optional.of(20L), Figure.Bound.EXACT, T0);
        var after = new Alert.Reading(Optional.of(31L), Optional.of(31L), Optional.empty(), Figure.Bound.AT_LEAST, T0);
        return new Alert(
                Ids.id("ferry-toll", series().key()),
                "ferry-toll",
                series().key(),
                2,
                Alert.State.OPEN,
                Priority.URGENT,
                Alert.Reason.MATERIAL_CHANGE,
                "Killed: at least 31 (was 20), says the harbour office",
                Optional.of(before),
                Optional.of(after),
                "harbour office",
                Optional.of(series()),
                List.of(signal()),
                evidence(),
                "en",
                "coastwire|urn:coast:ferry-1#2",
                List.of("desk-mail"),
                List.of(new Alert.Revision(
                        1,
                        Alert.Reason.FIRST,
                        Optional.of(before),
                        "harbour office",
                        "coastwire|urn:coast:ferry-1#1",
                        T0)),
                T0,
                T0.plusSeconds(40),
                List.of("figure killed rises by 11, at least 10 asked: yes"),
                Map.of());
    }

    /** As a desk that has seen it shows it. */
    public static Alert handled() {
        var ack = new Handling.Ack(2, "ruiz", T0.plusSeconds(60), T0.plusSeconds(7_260));
        var remark = new Handling.Remark(Action.Verb.ACK, "ruiz", T0.plusSeconds(60), "calling the harbour office");
        return alert().with(
                        Alert.State.OPEN,
                        Priority.URGENT,
                        new Handling(Optional.of(ack), "ruiz", List.of(remark), Optional.empty(), ""));
    }

    /** Two changes that waited, told together. */
    public static Notice digest() {
        var entry = new Notice.Entry(
                alert().id(),
                2,
                Priority.URGENT,
                alert().title(),
                "harbour office",
                evidence().sentence(),
                evidence().link(),
                "",
                T0.plusSeconds(40),
                "quiet");
        return new Notice(
                "n2",
                "desk-mail",
                Notice.Kind.DIGEST,
                alert(),
                T0.plusSeconds(41),
                T0.plusSeconds(1800),
                true,
                "",
                List.of(entry),
                Map.of());
    }

    public static Notice notice() {
        return new Notice(
                "n1", "desk-mail", Notice.Kind.UPDATE, alert(), T0.plusSeconds(41), T0.plusSeconds(1800), Map.of());
    }

    public static Result result() {
        return new Result(
                "n1", alert().id(), "desk-mail", Result.Outcome.SENT, 1, T0.plusSeconds(42), 2.0, "250 ok", Map.of());
    }

    public static FeedState feed() {
        return new FeedState(
                "coastwire",
                "https://coastwire.example/rss",
                "Coastwire",
                "\"abc\"",
                "Sun, 01 Mar 2026 06:00:00 GMT",
                "00ff",
                List.of("h1"),
                "ok",
                "",
                0,
                12,
                Optional.of(T0),
                Optional.of(T0),
                Optional.of(T0),
                Optional.of(T0.plusSeconds(300)),
                Map.of());
    }

    /** A token whose secret nobody knows. */
    public static Account account() {
        return new Account(
                "token/t1",
                Account.Kind.TOKEN,
                "archive reader",
                List.of(new Account.Grant(Account.Role.VIEWER, ""), new Account.Grant(Account.Role.EDITOR, "world")),
                "00ff",
                "ruiz",
                T0,
                Optional.of(T0.plusSeconds(86_400)),
                Optional.of(T0.plusSeconds(60)),
                false,
                Map.of());
    }

    public static Audit audit() {
        return new Audit("ruiz", "ack", "alert/abc", "seen", T0, Map.of());
    }
}

package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Ruling;
import org.wirebell.model.Series;

/**
 * Claims from a few words: the hour, the claimant ({@code -} for nobody) and the origin, the number as {@link Scenario} writes
 * it, then what differs from a ferry that sank off Port Adel, and the sentence: {@code 6 mayor/bay >=20 event:fire it was
 * revised}. Of two options the first counts. The words are the claim's id.
 */
final class Said {
    static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    private Said() {}

    /** Claims parted by semicolons. */
    static List<Claim> claims(String words) {
        return Arrays.stream(words.split(";"))
                .filter(w -> !w.isBlank())
                .map(Said::claim)
                .toList();
    }

    static Claim claim(String words) {
        var options = new HashMap<String, String>();
        var plain = new ArrayList<String>();
        for (var word : words.strip().split("\\s+")) {
            int colon = word.indexOf(':');
            if (colon > 0) {
                options.putIfAbsent(
                        word.substring(0, colon), word.substring(colon + 1).replace('_', ' '));
            } else {
                plain.add(word);
            }
        }
        var who = (plain.get(1).equals("-") ? "" : plain.get(1).replace("-/", "/")).replace('_', ' ');
        int slash = who.indexOf('/');
        var claimant = slash < 0 ? who : who.substring(0, slash);
        var number = Scenario.figure("killed " + plain.get(2) + " people", "");
        var sentence = String.join(" ", plain.subList(3, plain.size()));
        var id = words.strip();
        return new Claim(
                id,
                series(options),
                claimant,
                claimant,
                slash < 0 ? "coast" : who.substring(slash + 1),
                number,
                evidence(options.getOrDefault("item", id), options.getOrDefault("version", "1"), sentence),
                hour(plain.get(0)),
                hour(options.getOrDefault("received", plain.get(0))),
                false);
    }

    private static Instant hour(String words) {
        return MIDNIGHT.plus(Duration.ofMinutes(Math.round(60 * Double.parseDouble(words))));
    }

    private static Series series(Map<String, String> options) {
        return new Series(
                Figure.Category.valueOf(
                        options.getOrDefault("category", "killed").toUpperCase(Locale.ROOT)),
                options.getOrDefault("population", "all"),
                options.getOrDefault("place", "al/port-adel"),
                options.getOrDefault("event", options.containsKey("since") ? "" : "ferry"),
                options.getOrDefault("since", ""),
                options.containsKey("since")
                                || options.getOrDefault("event", "").equals("war")
                        ? Figure.Scope.CUMULATIVE
                        : Figure.Scope.INCIDENT);
    }

    private static Evidence evidence(String family, String version, String sentence) {
        return new Evidence(
                family, version, "", "", "", Optional.empty(), Figure.Part.BODY, sentence, "", 0, 0, 0, "test");
    }

    static Ruling ruling(Claim claim, Ruling.Verdict verdict) {
        return new Ruling(claim.id(), claim.series(), verdict, "ann", Instant.EPOCH, "", Map.of());
    }

    /** A book of these claims, with the cues of their sentences. */
    static Book book(List<Claim> claims) {
        return Book.EMPTY.put(claims, List.of());
    }

    static Standing standing(String words) {
        return standing(LedgerConfig.defaults(), words);
    }

    static Standing standing(LedgerConfig config, String words) {
        var claims = claims(words);
        return standing(config, claims, book(claims));
    }

    static Standing standing(List<Claim> claims, Book book) {
        return standing(LedgerConfig.defaults(), claims, book);
    }

    private static Standing standing(LedgerConfig config, List<Claim> claims, Book book) {
        var first = claims.getFirst();
        var standing = new Standing(config, new Remarks(book), new Traits(first, Scenario.PLACES), first.id());
        claims.forEach(standing::add);
        return standing;
    }
}

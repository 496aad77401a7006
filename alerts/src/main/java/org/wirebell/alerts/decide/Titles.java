package org.wirebell.alerts.decide;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;
import org.wirebell.model.Alert.Reading;
import org.wirebell.model.Claim;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Update;

/** One neutral line: {@code Killed: at least 31 (was 20) — says the harbour office — Port Adel}. */
final class Titles {
    private static final String DASH = " — ";

    private Titles() {}

    static String of(Update update, Alert.Reason reason, Optional<Reading> before, Optional<Reading> after) {
        return switch (reason) {
            case FIRST, MATERIAL_CHANGE, MINOR_CHANGE, NEW_CLAIMANT, ESCALATED, REMINDER, DIGEST, CLOSED, TEST ->
                whom(update) + ": " + number(after) + was(before, after) + DASH + says("says", update) + place(update);
            case LOWERED, CORRECTED, RELEASED ->
                verb(reason) + ": " + small(whom(update)) + " " + number(after) + was(before, after) + DASH
                        + says("says", update) + place(update);
            case CONFLICT ->
                "Disputed: " + small(whom(update)) + " " + number(after) + " " + says("says", update) + against(update)
                        + place(update);
            case WITHDRAWN, HELD ->
                verb(reason) + ": " + small(whom(update)) + " " + number(before) + DASH + says("said", update)
                        + place(update) + DASH
                        + after.map(n -> Numbers.words(n) + " stands").orElse("no figure stands");
        };
    }

    static String of(String headline, Alert.Reason reason) {
        return switch (reason) {
            case FIRST,
                    MATERIAL_CHANGE,
                    MINOR_CHANGE,
                    NEW_CLAIMANT,
                    CONFLICT,
                    LOWERED,
                    ESCALATED,
                    REMINDER,
                    DIGEST,
                    CLOSED,
                    TEST -> headline;
            case CORRECTED, WITHDRAWN, HELD, RELEASED -> verb(reason) + ": " + headline;
        };
    }

    /** What those hear who were told a number that will not stay. */
    static String torn(Alert alert) {
        return "Conflicting figures: " + alert.title() + "; not telling further changes";
    }

    /** What a person says of an alert: {@code On hold: …}. */
    static String by(Alert alert, Alert.Reason reason) {
        var plain =
                alert.title().replaceFirst("^(Lowered|Corrected|Withdrawn|On hold|Released|Conflicting figures): ", "");
        return verb(reason).isEmpty() ? plain : verb(reason) + ": " + plain;
    }

    static String headline(Finding finding) {
        var item = finding.item();
        return Stream.of(item.headline(), item.summary(), item.slug(), item.id())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(item.family())
                .strip();
    }

    private static String verb(Alert.Reason reason) {
        return switch (reason) {
            case LOWERED -> "Lowered";
            case CORRECTED -> "Corrected";
            case WITHDRAWN -> "Withdrawn";
            case HELD -> "On hold";
            case RELEASED -> "Released";
            case FIRST,
                    MATERIAL_CHANGE,
                    MINOR_CHANGE,
                    NEW_CLAIMANT,
                    CONFLICT,
                    ESCALATED,
                    REMINDER,
                    DIGEST,
                    CLOSED,
                    TEST -> "";
        };
    }

    private static String whom(Update update) {
        var series = update.series();
        var who = series.population();
        return capital(series.category().name().toLowerCase(Locale.ROOT))
                + (who.isEmpty() || who.equals("all") ? "" : ", " + who);
    }

    private static String number(Optional<Reading> reading) {
        return reading.map(Numbers::words).orElse("no figure");
    }

    private static String was(Optional<Reading> before, Optional<Reading> after) {
        var now = after.map(Numbers::words);
        return before.map(Numbers::words)
                .filter(then -> !Optional.of(then).equals(now))
                .map(then -> " (was " + then + ")")
                .orElse("");
    }

    private static String says(String verb, Update update) {
        return update.claimant().isBlank()
                ? "reported by " + update.evidence().source()
                : verb + " " + update.claimant().strip();
    }

    private static String against(Update update) {
        return update.against().stream()
                .filter(claim -> !claim.claimantAs().equals(update.claimant()))
                .findFirst()
                .map(claim -> ", " + number(claim) + " "
                        + (claim.claimantAs().isBlank()
                                ? "reported by " + claim.evidence().source()
                                : "says " + claim.claimantAs()))
                .orElse("");
    }

    private static String number(Claim claim) {
        var figure = claim.figure();
        return Numbers.words(new Reading(figure.value(), figure.low(), figure.high(), figure.bound(), claim.asOf()));
    }

    /** The gazetteer's name where the item brings it, else the words of the series. */
    private static String place(Update update) {
        var id = update.series().place();
        if (id.isEmpty()) {
            return "";
        }
        var name = update.cause().stream()
                .flatMap(cause -> cause.places().stream())
                .filter(place -> place.id().equals(id))
                .map(Place::name)
                .findFirst();
        return DASH + name.orElseGet(() -> capital(id.substring(id.lastIndexOf('/') + 1)));
    }

    private static String capital(String words) {
        var text = new StringBuilder(words);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}

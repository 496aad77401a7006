package org.wirebell.ingest.read;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of months and of time zones. Zone names with several meanings ({@code IST}, {@code AST}…) have none here. */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s*\\(.*\\))?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}/_]+");

    /** Hours from UTC; the names of RFC 822 and those that agencies use. */
    private static final Map<String, ZoneOffset> NAMED = offsets("""
            UT 0 UTC 0 GMT 0 Z 0 WET 0 EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7 AKST -9 AKDT -8 HST -10
            CET 1 CEST 2 MEZ 1 MESZ 2 MET 1 MEST 2 EET 2 EEST 3 WEST 1 BST 1 MSK 3 JST 9 KST 9 HKT 8 SGT 8 AEST 10 AEDT 11
            ACST 9:30 AWST 8 NZST 12 NZDT 13 SAST 2 WIB 7 PKT 5 BRT -3 ART -3 CLT -4 NST -3:30""");
    /** Names that change with the season. */
    private static final Map<String, ZoneId> SEASONAL = Map.of(
            "ET", ZoneId.of("America/New_York"),
            "CT", ZoneId.of("America/Chicago"),
            "MT", ZoneId.of("America/Denver"),
            "PT", ZoneId.of("America/Los_Angeles"));

    private static final Map<String, Integer> MONTHS = months(
            "jan january januar janvier enero ene gennaio gen janeiro janv januari ιαν január jän jänner tammi января янв 1月",
            "feb february februar fevrier février fév fev febrero febbraio fevereiro februari febr φεβ február helmi февраля фев",
            "mar march märz marz mars marzo março marco mrz mär maart μάρ μαρ március márc maalis марта мар",
            "apr april avril avr abril abr aprile απρ április ápr huhti апреля апр",
            "may mai mayo maggio mag maio mei maj μάι μαι május máj touko мая май",
            "jun june juni juin junio giugno giu junho jun ιούν ιουν június jún kesä июня июн",
            "jul july juli juillet juil julio luglio lug julho ιούλ ιουλ július júl heinä июля июл",
            "aug august août aout agosto ago augustus augusti αύγ αυγ augusztus elo августа авг",
            "sep sept september septembre septiembre settembre set setembro σεπ szeptember szept syys сентября сен",
            "oct october oktober okt octobre octubre ottobre ott outubro out οκτ október loka октября окт",
            "nov november novembre noviembre novembro νοέ νοε marras ноября ноя",
            "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro des desember δεκ joulu декабря дек");

    private Zones() {}

    /** The zone that the text begins with, or empty when it names none that is known. */
    static Optional<ZoneId> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var offset = OFFSET.matcher(text);
        if (offset.lookingAt()) {
            return offset(offset.group(1), offset.group(2), offset.group(3) == null ? "0" : offset.group(3));
        }
        var name = NAME.matcher(text);
        if (!name.find()) {
            return Optional.empty();
        }
        return named(name.group());
    }

    private static Optional<ZoneId> offset(String sign, String hours, String minutes) {
        int total = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        // No zone is further from UTC than java.time allows: such an offset is a typing error, better none.
        return total > 18 * 60
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds((sign.equals("-") ? -total : total) * 60));
    }

    private static Optional<ZoneId> named(String name) {
        var key = name.toUpperCase(Locale.ROOT);
        if (NAMED.containsKey(key)) {
            return Optional.ofNullable(NAMED.get(key));
        }
        if (SEASONAL.containsKey(key)) {
            return Optional.ofNullable(SEASONAL.get(key));
        }
        try {
            return name.contains("/") ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** 1 to 12, or 0 for a word that is no month. */
    static int month(String word) {
        var key = word.toLowerCase(Locale.ROOT).replace(".", "");
        return MONTHS.getOrDefault(key, 0);
    }

    private static Map<String, ZoneOffset> offsets(String table) {
        var offsets = new HashMap<String, ZoneOffset>();
        var cells = table.split("\\s+");
        for (int i = 0; i < cells.length; i += 2) {
            var parts = cells[i + 1].split(":");
            int hours = Integer.parseInt(parts[0]);
            int minutes = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            offsets.put(cells[i], ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes));
        }
        return Map.copyOf(offsets);
    }

    private static Map<String, Integer> months(String... names) {
        var months = new HashMap<String, Integer>();
        for (int i = 0; i < names.length; i++) {
            for (var name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}

package org.wirebell.processor.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wirebell.model.Item;
import org.wirebell.processor.extract.words.Fold;

/** Who first put an item's words into the world: the credit line, else the agency of the dateline, else a closing "Source: X". */
final class Origin {
    private static final Pattern CLOSING = Pattern.compile(
            "(?:^|[\\n(\\[.]\\s*)(?:source|credit|fuente|crédit|المصدر)\\s*[:–-]\\s*(?<who>[^\\n.)\\]]{2,40})[.)\\]]?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BY_LINE =
            Pattern.compile("^(?:via|by|from|par|por|photo:?)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Origin() {}

    /** A short stable name in small letters, such as {@code coastwire} or {@code delta-press}; the source's id when nothing tells. */
    static String of(Item item, Dateline dateline) {
        if (!item.credit().isBlank()) {
            return slug(item.credit(), item.source());
        }
        if (!dateline.agency().isEmpty()) {
            return slug(dateline.agency(), item.source());
        }
        var body = item.text();
        var tail = CLOSING.matcher(body.length() > 160 ? body.substring(body.length() - 160) : body);
        return tail.find() ? slug(tail.group("who"), item.source()) : item.source();
    }

    /** Of "Coastwire/Delta Press" the first, folded. */
    private static String slug(String words, String otherwise) {
        var first = BY_LINE.matcher(words.strip()).replaceFirst("").split("[/,;|]", 2)[0];
        var slug =
                NOT_LETTERS.matcher(Fold.fold(first).toLowerCase(Locale.ROOT)).replaceAll("-");
        var trimmed = slug.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? otherwise : trimmed;
    }
}

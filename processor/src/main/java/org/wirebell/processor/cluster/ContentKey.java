package org.wirebell.processor.cluster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

/**
 * By what an item is recognised again.
 *
 * @param repeat equal for two deliveries of one version of one item: the second is dropped
 * @param text equal for items of any source that say the same words, whatever their typography; empty without text
 */
public record ContentKey(String repeat, String text) {
    private static final Pattern NOT_SAID = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter texts ("Photo gallery") are alike by chance. */
    private static final int TELLING = 40;

    public static ContentKey of(Item item) {
        return new ContentKey(item.family() + "|" + item.contentHash(), said(item.text()));
    }

    private static String said(String text) {
        var plain = NOT_SAID.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return plain.length() < TELLING ? "" : Ids.hash(plain);
    }
}

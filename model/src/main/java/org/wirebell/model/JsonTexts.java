package org.wirebell.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Reads short texts so that alike ones are one object: sources, languages, names of places, words of the schema come in every event, and stay in
 * memory for as long as a story is open. Which are shared is a matter of luck, as in a cache: a text shares its place with others and the last one stays.
 */
final class JsonTexts extends StringDeserializer {
    private static final long serialVersionUID = 1;
    /** Letters; longer ones are headlines, links and bodies, seldom seen twice. */
    private static final int LONGEST = 32;

    private static final int PLACES = 1 << 13;
    private static final AtomicReferenceArray<String> LAST = new AtomicReferenceArray<>(PLACES);

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_STRING) && json.getTextLength() <= LONGEST
                ? shared(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : super.deserialize(json, context);
    }

    private static String shared(char[] letters, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + letters[i];
        }
        int place = (hash ^ hash >>> 13) & PLACES - 1;
        var last = LAST.getPlain(place);
        if (last != null && same(last, letters, from, length)) {
            return last;
        }
        var text = new String(letters, from, length);
        LAST.setRelease(place, text);
        return text;
    }

    private static boolean same(String text, char[] letters, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}

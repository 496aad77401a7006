package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Some texts, in an order.
 *
 * @param texts handles of the texts one behind the other, oldest first
 */
public record Bucket(String texts) {
    public static final Bucket EMPTY = new Bucket("");

    List<String> handles() {
        var handles = new ArrayList<String>(size());
        for (int i = 0; i < texts.length(); i += Packed.HANDLE) {
            handles.add(texts.substring(i, i + Packed.HANDLE));
        }
        return handles;
    }

    int size() {
        return texts.length() / Packed.HANDLE;
    }

    /** As this, with one more at the end; of more than so many the oldest goes. */
    Bucket with(String handle, int most) {
        var all = without(handle).texts + handle;
        return new Bucket(all.substring(Math.max(0, all.length() - most * Packed.HANDLE)));
    }

    Bucket without(String handle) {
        for (int i = 0; i < texts.length(); i += Packed.HANDLE) {
            if (texts.startsWith(handle, i)) {
                return new Bucket(texts.substring(0, i) + texts.substring(i + Packed.HANDLE));
            }
        }
        return this;
    }
}

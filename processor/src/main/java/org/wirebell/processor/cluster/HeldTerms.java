package org.wirebell.processor.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** By what items are compared with a story, as the store keeps it: each term with its weight and the number of its texts. */
public record HeldTerms(List<Term> terms) {
    public static final HeldTerms NONE = new HeldTerms(List.of());

    private static final int VERSION = 1;

    public HeldTerms {
        terms = List.copyOf(terms);
    }

    /** One term of the story with its weight and the number of its texts. */
    public record Term(String term, double weight, int texts) {}

    /** A version, the number of terms, then of each its letters, weight and texts. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream(32 * terms.size() + 8);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(terms.size());
            for (var term : terms) {
                out.writeUTF(term.term);
                out.writeDouble(term.weight);
                out.writeInt(term.texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return bytes.toByteArray();
    }

    public static HeldTerms of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("terms of version " + version + ", known is " + VERSION);
            }
            int size = in.readInt();
            var terms = new ArrayList<Term>(size);
            for (int i = 0; i < size; i++) {
                terms.add(new Term(in.readUTF(), in.readDouble(), in.readInt()));
            }
            return new HeldTerms(terms);
        } catch (IOException e) {
            throw new UncheckedIOException("terms cut short", e);
        }
    }
}

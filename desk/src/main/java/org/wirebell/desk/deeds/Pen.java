package org.wirebell.desk.deeds;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Audit;

/** Writes records to topics. */
public interface Pen extends AutoCloseable {
    /**
     * @param value absent to take back what stands under the key
     */
    record Line(String topic, String key, Optional<byte[]> value) {}

    /** The audit with its place after all that was written so far, by whomever ({@link org.wirebell.model.AuditChain}). */
    Audit linked(Audit audit) throws IOException;

    /** Writes all of them, in this order; returns when they are safe, and throws when one may not be. */
    void write(List<Line> lines) throws IOException;

    @Override
    void close();

    /** For a desk that only shows. */
    static Pen none() {
        return new Pen() {
            @Override
            public Audit linked(Audit audit) {
                return audit;
            }

            @Override
            public void write(List<Line> lines) throws IOException {
                throw new IOException("this desk writes nothing");
            }

            @Override
            public void close() {}
        };
    }
}

package org.wirebell.ingest.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Reads a message body, decompressed, up to a limit that holds for what comes out and not only for what goes in. */
public final class Body {
    /** What we say that we understand. */
    static final String ENCODINGS = "gzip, br, deflate";
    /** No honest server packs twice. */
    private static final int MOST_LAYERS = 1;

    private Body() {}

    /** Says that the limit was reached. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(int limit) {
            super("more than " + limit + " bytes");
        }
    }

    /** The bytes as sent, up to the limit; {@link SocketTimeoutException} when they take longer than that to come. */
    public static byte[] raw(InputStream in, int limit, Duration time) throws IOException {
        long deadline = System.nanoTime() + time.toNanos();
        var bytes = new ByteArrayOutputStream();
        var some = new byte[8_192];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            bytes.write(some, 0, read);
            if (bytes.size() > limit) {
                throw new TooLarge(limit);
            }
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("took longer than " + time);
            }
        }
        return bytes.toByteArray();
    }

    /** What {@link #raw} gave, unpacked. */
    public static byte[] unpacked(byte[] raw, String contentEncoding, int limit) throws IOException {
        return layers(contentEncoding).isEmpty() ? raw : read(new ByteArrayInputStream(raw), contentEncoding, limit);
    }

    public static byte[] read(InputStream raw, String contentEncoding, int limit) throws IOException {
        var layers = layers(contentEncoding);
        if (layers.isEmpty()) {
            return upTo(limit, raw);
        }
        if (layers.size() > MOST_LAYERS) {
            throw new IOException("packed " + layers.size() + " times: " + contentEncoding);
        }
        return switch (layers.getFirst()) {
            case "gzip", "x-gzip" -> gunzip(raw, limit);
            case "br" -> unbrotli(raw, limit);
            case "deflate" -> inflate(new BufferedInputStream(raw), limit);
            case String other ->
                throw new IOException("packed with " + other + ", where " + ENCODINGS + " was asked for");
        };
    }

    /** The first bytes, unpacked; fewer where the rest does not come. */
    static byte[] head(InputStream raw, String contentEncoding, int most) throws IOException {
        var layers = layers(contentEncoding);
        var packed = layers.isEmpty() ? "" : layers.getFirst();
        var plain = switch (packed) {
            case "gzip", "x-gzip" -> new GZIPInputStream(raw);
            case "br" -> new BrotliInputStream(raw);
            case "deflate" -> new InflaterInputStream(raw);
            default -> raw;
        };
        return plain.readNBytes(most);
    }

    private static List<String> layers(String contentEncoding) {
        return Arrays.stream(contentEncoding.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(layer -> !layer.isEmpty() && !layer.equals("identity"))
                .toList();
    }

    private static byte[] gunzip(InputStream raw, int limit) throws IOException {
        try (var plain = new GZIPInputStream(raw)) {
            return upTo(limit, plain);
        }
    }

    private static byte[] unbrotli(InputStream raw, int limit) throws IOException {
        try (var plain = new BrotliInputStream(raw)) {
            return upTo(limit, plain);
        }
    }

    /** "deflate" means zlib, but some servers send it without zlib's header. */
    private static byte[] inflate(BufferedInputStream raw, int limit) throws IOException {
        raw.mark(2);
        int head = raw.read() << 8 | raw.read();
        raw.reset();
        var zlib = (head & 0x0f00) == 0x0800 && head % 31 == 0;
        var inflater = new Inflater(!zlib);
        try (var plain = new InflaterInputStream(raw, inflater)) {
            return upTo(limit, plain);
        } finally {
            inflater.end();
        }
    }

    private static byte[] upTo(int limit, InputStream in) throws IOException {
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLarge(limit);
        }
        return bytes;
    }
}

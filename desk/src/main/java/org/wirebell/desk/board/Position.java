package org.wirebell.desk.board;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a reader has come in each partition; the {@code id:} of an event in the live stream. Written as
 * {@code a0:5k,f0:1c}: offsets in base 36. It means the same to every desk over the same topics, also after a restart.
 */
public record Position(Map<String, Long> offsets) {
    public static final Position START = new Position(Map.of());
    private static final int RADIX = 36;
    private static final int LONGEST = 8_000;
    private static final Pattern PART = Pattern.compile("([a-z]\\d{1,5}):([0-9a-z]{1,12})");

    public Position {
        offsets = Map.copyOf(offsets);
    }

    /** Empty when the text is not one of ours. */
    public static Optional<Position> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var offsets = new TreeMap<String, Long>();
        for (var part : text.strip().split(",", -1)) {
            var match = PART.matcher(part);
            if (!match.matches()) {
                return Optional.empty();
            }
            offsets.put(match.group(1), Long.parseLong(match.group(2), RADIX));
        }
        return Optional.of(new Position(offsets));
    }

    public String text() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(e -> e.getKey() + ":" + Long.toString(e.getValue(), RADIX))
                        .collect(Collectors.joining(","));
    }

    /** The record at this place, or a later one of its partition, was seen. */
    public boolean covers(Source.At at) {
        return offsets.getOrDefault(at.partition(), -1L) >= at.offset();
    }

    public Position with(Source.At at) {
        if (covers(at)) {
            return this;
        }
        var moved = new TreeMap<>(offsets);
        moved.put(at.partition(), at.offset());
        return new Position(moved);
    }

    /** Nothing of the other was missed. */
    boolean covers(Position other) {
        return other.offsets.entrySet().stream().allMatch(e -> offsets.getOrDefault(e.getKey(), -1L) >= e.getValue());
    }
}

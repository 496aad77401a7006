package org.wirebell.ingest.web;

import java.time.Duration;

/**
 * What one source may cost.
 *
 * @param bodyBytes of a fetched, dropped or pushed document, after decompression
 * @param deadline of a whole fetch, redirects included
 * @param connect of one connection attempt
 * @param redirects followed in one fetch
 * @param fetches at the same time, over all hosts
 * @param hostGap between the end of one fetch and the start of the next at the same host
 * @param ack how long a pushed document waits for the broker before the answer is 503
 */
public record Limits(
        int bodyBytes,
        Duration deadline,
        Duration connect,
        int redirects,
        int fetches,
        Duration hostGap,
        Duration ack) {
    public Limits {
        atLeast("body-bytes", bodyBytes, 1_024);
        positive("deadline", deadline);
        positive("connect", connect);
        atLeast("redirects", redirects, 0);
        atLeast("fetches", fetches, 1);
        if (hostGap.isNegative()) {
            throw new IllegalArgumentException("host-gap must not be negative, was " + hostGap);
        }
        positive("ack", ack);
    }

    public static Limits defaults() {
        return new Limits(
                10 * 1024 * 1024,
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                5,
                32,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }

    public static void positive(String setting, Duration value) {
        if (value.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(setting + " must be longer than nothing, was " + value);
        }
    }

    private static void atLeast(String setting, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(setting + " must be at least " + least + ", was " + value);
        }
    }
}

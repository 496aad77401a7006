package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # as written                          | instant, none where it can't be read for certain
        2026-03-02T10:15:00Z                  | 2026-03-02T10:15:00Z
        2026-03-02T10:15:00.9999Z             | 2026-03-02T10:15:00Z
        2026-03-02T10:15Z                     | 2026-03-02T10:15:00Z
        2026-03-02 10:15:00 +0200             | 2026-03-02T08:15:00Z
        2026-03-02T10:15:00+02                | 2026-03-02T08:15:00Z
        2026-03-02t10:15:00z                  | 2026-03-02T10:15:00Z
        2026-03-02                            | 2026-03-02T00:00:00Z
        2026-03                               | 2026-03-01T00:00:00Z
        2026-061                              | 2026-03-02T00:00:00Z
        20260302T101500+0200                  | 2026-03-02T08:15:00Z
        20260302T10:15:00.45+02:00            | 2026-03-02T08:15:00Z
        20260302                              | 2026-03-02T00:00:00Z
        26-03-02T10:15:00Z                    | 2026-03-02T10:15:00Z
        2026/3/2 10:15:00                     | 2026-03-02T10:15:00Z
        Mon, 02 Mar 2026 10:15:00 GMT         | 2026-03-02T10:15:00Z
        Mon, 2 Mar 26 10:15 EST               | 2026-03-02T15:15:00Z
        Mon,02 March 2026 10:15:00 +0530      | 2026-03-02T04:45:00Z
        Mon, 02 Mar 2026 24:00:00 GMT         | 2026-03-03T00:00:00Z
        Mon, 02 Mar 2026 10:15:60 GMT         | 2026-03-02T10:15:59Z
        Mon Mar  2 10:15:00 2026              | 2026-03-02T10:15:00Z
        Mon Mar  2 10:15:00 CET 2026          | 2026-03-02T09:15:00Z
        Mon, 02 Mar 2026 8:56 am PST          | 2026-03-02T16:56:00Z
        Sat, Mar 7 2026 02:02:33 PM           | 2026-03-07T14:02:33Z
        Mon, 2 Mar 2026 10.15                 | 2026-03-02T10:15:00Z
        Tue, 02 Jun 2026 10:15:00 ET          | 2026-06-02T14:15:00Z
        02 Mar 2026 10:15 CEST                | 2026-03-02T08:15:00Z
        March 2, 2026                         | 2026-03-02T00:00:00Z
        Montag, 2. März 2026 10:15:00 MEZ     | 2026-03-02T09:15:00Z
        lun, 02 avr 2026 10:15:00 +0000       | 2026-04-02T10:15:00Z
        31.12.2026 10:15                      | 2026-12-31T10:15:00Z
        12/31/2026 10:15                      | 2026-12-31T10:15:00Z
        03/04/2026 10:15                      | none
        2026-02-30T10:15:00Z                  | none
        2026-03-02T25:15:00Z                  | none
        2026-03-02T10:15:61Z                  | none
        Thu, 04 Jul 1776 18:30:02 GMT         | 1776-07-04T18:30:02Z
        Mon, 01 Jan 0001 00:00:00 +0000       | none
        yesterday                             | none
        0000-00-00 00:00:00                   | none
        """)
    void reads(String text, String expected) {
        var read = Dates.read(text, Optional.empty());
        assertThat(read.map(Instant::toString).orElse("none")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
        2026-03-02 10:15:00           | Europe/Oslo       | 2026-03-02T09:15:00Z
        2026-07-02 10:15:00           | Europe/Oslo       | 2026-07-02T08:15:00Z
        Mon, 02 Mar 2026 10:15:00     | America/Bogota    | 2026-03-02T15:15:00Z
        Mon, 02 Mar 2026 10:15:00 GMT | America/Bogota    | 2026-03-02T10:15:00Z
        """)
    void countsInTheSourcesZone(String text, ZoneId zone, Instant expected) {
        assertThat(Dates.read(text, Optional.of(zone))).contains(expected);
    }
}

package org.wirebell.bench.read;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;

/** Who reads; each says how many items it found. */
enum Peer {
    /** To finished items: clean text, hashes, resolved links, tidy dates. */
    WIREBELL {
        @Override
        int read(byte[] raw) {
            var reading = Reader.read(raw, Hints.fetched("bench", "https://harbour.example/feed", ""));
            return reading.problem().isPresent() ? -1 : reading.items().size();
        }
    },
    /** As its guide shows, to its own records. */
    ROME {
        @Override
        int read(byte[] raw) throws Exception {
            var feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(raw), true));
            return feed.getEntries().size();
        }
    };

    abstract int read(byte[] raw) throws Exception;
}

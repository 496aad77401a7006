package org.wirebell.desk.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Canary;
import org.wirebell.model.Finding;
import org.wirebell.model.Json;
import org.wirebell.query.Documents;
import org.wirebell.query.Queries;

/**
 * An index over the newest version of every item, newest first on disk so that a search stops early. Nothing in it is needed: it
 * is emptied when it is opened and filled from the topic.
 */
public final class Archive implements AutoCloseable {
    static final String FAMILY = "archive-family";
    static final String RECEIVED = "archive-received";
    static final String FINDING = "archive-finding";
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int MOST_DESKS = 8;
    private static final double BUFFER_MB = 48;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Known known = new Known();
    private volatile boolean whole;

    private Archive(Directory directory) throws IOException {
        this.directory = directory;
        var config = new IndexWriterConfig(Queries.analyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false)
                .setIndexSort(new Sort(new SortField(RECEIVED, SortField.Type.LONG, true)));
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, null);
    }

    /**
     * @param folder is made where it is not there, and belongs to the index alone
     */
    public static Archive in(Path folder) {
        try {
            for (int i = 1; i < MOST_DESKS; i++) { // another desk of this machine may be at work in the same place
                try {
                    return at(i == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + i));
                } catch (LockObtainFailedException e) {
                    LOG.debug("{} belongs to another desk", folder, e);
                }
            }
            return at(folder.resolveSibling(folder.getFileName() + "-" + MOST_DESKS));
        } catch (IOException e) {
            throw new UncheckedIOException("opening the archive in " + folder, e);
        }
    }

    private static Archive at(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Archive(new MMapDirectory(folder));
    }

    /** For a desk that forgets when it ends. */
    public static Archive inMemory() {
        try {
            return new Archive(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException("opening an archive in memory", e);
        }
    }

    /** Takes the place of what it said before; is found after the next {@link #refresh()}. */
    public void put(Finding finding) {
        put(finding, Json.write(finding));
    }

    /**
     * As above, with what it was read from. May be called by several threads, but for one family by one at a time.
     *
     * @param bytes JSON of the finding
     */
    public void put(Finding finding, byte[] bytes) {
        if (Canary.is(finding.item())) {
            return;
        }
        var family = finding.item().family();
        var document = document(family, finding, bytes);
        try {
            if (known.add(family)) {
                writer.updateDocument(new Term(FAMILY, family), document);
            } else {
                writer.addDocument(document); // there is nothing to look for in all segments
            }
        } catch (IOException e) {
            throw new UncheckedIOException("putting " + family + " into the archive", e);
        }
    }

    private static Document document(String family, Finding finding, byte[] bytes) {
        var document = Documents.of(finding);
        document.add(new StringField(FAMILY, family, Field.Store.NO));
        long received = finding.item().received().map(at -> at.toEpochMilli()).orElse(0L);
        document.add(new NumericDocValuesField(RECEIVED, received));
        document.add(new StoredField(FINDING, bytes));
        for (var facet : Facet.values()) {
            for (var value : facet.of(finding)) {
                document.add(new SortedSetDocValuesField(facet.field(), new BytesRef(value)));
                document.add(new StringField(facet.field(), value, Field.Store.NO));
            }
        }
        return document;
    }

    public void refresh() {
        try {
            searchers.maybeRefresh();
        } catch (IOException e) {
            throw new UncheckedIOException("refreshing the archive", e);
        }
    }

    /** All that stood in the topic at the start has been read. */
    public void filled() {
        refresh();
        whole = true;
    }

    public boolean whole() {
        return whole;
    }

    /** Throws {@link IllegalArgumentException} where the query cannot be read. */
    public Found search(Search search) {
        try {
            var searcher = searchers.acquire();
            try {
                return new Searching(searcher).found(search);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("searching the archive", e);
        }
    }

    /** One item with what was read from it. */
    public Optional<Finding> item(String family) {
        try {
            var searcher = searchers.acquire();
            try {
                var top = searcher.search(new TermQuery(new Term(FAMILY, family)), 1);
                return top.scoreDocs.length == 0
                        ? Optional.empty()
                        : Optional.of(Searching.stored(searcher, top.scoreDocs[0].doc));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + family + " from the archive", e);
        }
    }

    @Override
    public void close() {
        try (directory;
                writer;
                searchers) {
            whole = false;
        } catch (IOException e) {
            throw new UncheckedIOException("closing the archive", e);
        }
    }
}

package org.wirebell.desk.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.query.Fields;
import org.wirebell.query.Queries;

class SearchingTest {
    private static final Search BOTH =
            new Search("headline:ferry AND headline:harbour", Map.of(), Optional.empty(), 0, 0);

    private final ByteBuffersDirectory folder = new ByteBuffersDirectory();

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    private Found found(int documents) throws IOException {
        try (var writer = new IndexWriter(
                folder, new IndexWriterConfig(Queries.analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE))) {
            add(writer, "The ferry is late"); // were all the same, the index would know the number by itself
            add(writer, "The harbour is calm");
            for (int i = 0; i < documents; i++) {
                add(writer, "A ferry leaves the harbour");
            }
            writer.forceMerge(1);
        }
        try (var reader = DirectoryReader.open(folder)) {
            return new Searching(new IndexSearcher(reader)).found(BOTH);
        }
    }

    private static void add(IndexWriter writer, String headline) throws IOException {
        var document = new Document();
        document.add(new TextField(Fields.HEADLINE.key(), headline, Field.Store.NO));
        document.add(new NumericDocValuesField(Archive.RECEIVED, 1));
        writer.addDocument(document);
    }

    @Test
    void countsToTheLimitAndSaysThatThereAreMore() throws IOException {
        var most = found(Searching.TOTAL);
        assertThat(most.total()).isEqualTo(Searching.TOTAL);
        assertThat(most.all()).isTrue();

        var more = found(Searching.TOTAL + 1);
        assertThat(more.total()).isEqualTo(Searching.TOTAL);
        assertThat(more.all()).isFalse();
        assertThat(more.counted()).isEqualTo(1_000);
    }
}

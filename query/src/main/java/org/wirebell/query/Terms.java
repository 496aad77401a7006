package org.wirebell.query;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How texts become terms; the same for items and for queries. No stemming: {@code strike*} says what it means. */
final class Terms {
    /** Positions left between two values of a field, so that no phrase reaches from the headline into the body. */
    static final int GAP = 100;

    private Terms() {}

    static Analyzer analyzer() {
        var names = new Chain(true);
        Map<String, Analyzer> byField = Stream.of(Fields.values())
                .filter(field -> field.kind() == Fields.Kind.NAME)
                .collect(Collectors.toMap(Fields::key, field -> names));
        return new PerFieldAnalyzerWrapper(new Chain(false), byField);
    }

    private static final class Chain extends Analyzer {
        private final boolean whole;

        Chain(boolean whole) {
            this.whole = whole;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = whole ? new KeywordTokenizer() : new StandardTokenizer();
            return new TokenStreamComponents(source, normalize(field, source));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new Folding(in);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}

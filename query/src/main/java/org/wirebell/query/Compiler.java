package org.wirebell.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/** Lucene's queries as nodes over features; scores mean nothing to a rule, so boosts go. */
final class Compiler {
    private final Features features;

    Compiler(Features features) {
        this.features = features;
    }

    /** Empty for kinds of queries that are left to Lucene. */
    Optional<Node> compile(Query query) {
        return known(query) ? Optional.of(node(query)) : Optional.empty();
    }

    private static boolean known(Query query) {
        return switch (query) {
            case BoostQuery boost -> known(boost.getQuery());
            case ConstantScoreQuery constant -> known(constant.getQuery());
            case BooleanQuery parts -> parts.clauses().stream().allMatch(part -> known(part.query()));
            case PhraseQuery phrase ->
                phrase.getTerms().length > 0
                        && (phrase.getSlop() == 0
                                || Stream.of(phrase.getTerms()).distinct().count()
                                        == phrase.getTerms().length); // words that meet themselves are Lucene's own art
            case PointRangeQuery range -> range.getNumDims() == 1 && range.getBytesPerDim() == Long.BYTES;
            case TermQuery _, AutomatonQuery _, FuzzyQuery _, MatchAllDocsQuery _, MatchNoDocsQuery _ -> true;
            default -> false;
        };
    }

    private Node node(Query query) {
        return switch (query) {
            case BoostQuery boost -> node(boost.getQuery());
            case ConstantScoreQuery constant -> node(constant.getQuery());
            case BooleanQuery parts -> parts(parts);
            case TermQuery word -> word(word.getTerm());
            case PhraseQuery phrase -> phrase(phrase);
            case PrefixQuery prefix -> {
                var letters = prefix.getPrefix().text();
                yield new Node.Spelled(features.start(field(prefix.getField()), letters), new Node.Beginning(letters));
            }
            case AutomatonQuery automaton ->
                spelled(automaton.getField(), beginning(automaton), automaton.getCompiled());
            case FuzzyQuery fuzzy -> {
                var word = fuzzy.getTerm().text();
                int sure = word.offsetByCodePoints(
                        0, Math.min(fuzzy.getPrefixLength(), word.codePointCount(0, word.length())));
                yield spelled(fuzzy.getField(), word.substring(0, sure), fuzzy.getAutomata());
            }
            case PointRangeQuery range -> {
                var field = field(range.getField());
                yield new Node.Range(
                        field,
                        features.number(field),
                        LongPoint.decodeDimension(range.getLowerPoint(), 0),
                        LongPoint.decodeDimension(range.getUpperPoint(), 0));
            }
            case MatchAllDocsQuery _ -> new Node.Everything();
            default -> new Node.Nothing(); // MatchNoDocsQuery: others are not known
        };
    }

    private Node parts(BooleanQuery query) {
        var must = Stream.concat(query.getClauses(Occur.MUST).stream(), query.getClauses(Occur.FILTER).stream());
        var some = nodes(query.getClauses(Occur.SHOULD).stream());
        var needed = nodes(must);
        int least = Math.max(query.getMinimumNumberShouldMatch(), needed.isEmpty() ? 1 : 0);
        return new Node.Parts(needed, some, nodes(query.getClauses(Occur.MUST_NOT).stream()), least);
    }

    /** What is told quickly comes first. */
    private List<Node> nodes(Stream<Query> queries) {
        return queries.map(this::node)
                .sorted(Comparator.comparing(Compiler::effort))
                .toList();
    }

    private static int effort(Node node) {
        return switch (node) {
            case Node.Everything _, Node.Nothing _, Node.Word _ -> 0;
            case Node.Range _ -> 1;
            case Node.Spelled _ -> 2;
            case Node.Phrase phrase -> phrase.slop() == 0 ? 3 : 4;
            case Node.Parts _ -> 5;
        };
    }

    private Node word(Term term) {
        return new Node.Word(features.word(field(term.field()), term.text()));
    }

    private Node phrase(PhraseQuery query) {
        var terms = query.getTerms();
        if (terms.length == 1) {
            return word(terms[0]);
        }
        var words = new ArrayList<Integer>();
        for (var term : terms) {
            words.add(features.word(field(term.field()), term.text()));
        }
        return new Node.Phrase(
                words.stream().mapToInt(Integer::intValue).toArray(), query.getPositions(), query.getSlop());
    }

    private Node spelled(String name, String beginning, CompiledAutomaton automaton) {
        var field = field(name);
        return switch (automaton.type) {
            case NONE -> new Node.Nothing();
            case SINGLE -> new Node.Word(features.word(field, automaton.term.utf8ToString()));
            case ALL -> new Node.Spelled(features.start(field, ""), new Node.Beginning(""));
            case NORMAL ->
                new Node.Spelled(features.start(field, beginning), new Node.Accepted(automaton.getByteRunnable()));
        };
    }

    /** The letters that all words of a form begin with. */
    private static String beginning(AutomatonQuery query) {
        boolean letters = query instanceof WildcardQuery || query instanceof RegexpQuery;
        return letters ? Operations.getCommonPrefix(Operations.removeDeadStates(query.getAutomaton())) : "";
    }

    private static Fields field(String name) {
        return Fields.named(name).orElseThrow();
    }
}

import edu.stanford.nlp.ie.NumberNormalizer;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Casualty figures by CoreNLP's tokens and the rules in figures.tokens; no model is loaded. Each line of standard input is one pass over the texts
 * in a list; {@code done N} says how many figures were found. Told to {@code tell}, it writes them to a file, a line for each text. CoreNLP is
 * under the GPL: this program stands by itself, is compiled by bench/peers/install and is no part of the build. Arguments: {@code count} or
 * {@code tell}, list, file, rules.
 */
final class CoreNlpFigures {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(String category, TokenSequencePattern pattern) {}

    private record Found(String category, long value, String quote, int start) {
        String json() {
            return "{\"category\":\"%s\",\"value\":%d,\"quote\":\"%s\",\"start\":%d}".formatted(category, value, quote, start);
        }
    }

    private CoreNlpFigures(List<String> lines) {
        var names = TokenSequencePattern.getNewEnv();
        names.setDefaultStringPatternFlags(Pattern.CASE_INSENSITIVE);
        for (var line : lines) {
            var pair = line.split(" = ", 2);
            if (line.startsWith("$")) {
                names.bind(pair[0], TokenSequencePattern.compile(names, pair[1]));
            } else if (!line.startsWith("#")) {
                rules.add(new Rule(pair[0], TokenSequencePattern.compile(names, pair[1])));
            }
        }
    }

    /** A number that two rules find is told once. All rules at once, by a MultiPatternMatcher, miss most of what each of them finds. */
    private List<Found> read(String text) {
        var tokens = new PTBTokenizer<CoreLabel>(new StringReader(text), new CoreLabelTokenFactory(), "untokenizable=noneDelete").tokenize();
        var found = new ArrayList<Found>();
        var starts = new HashSet<Integer>();
        for (var rule : rules) {
            for (var match = rule.pattern().getMatcher(tokens); match.find(); ) {
                var figure = found(rule.category(), match.groupNodes("$n"), text);
                if (starts.add(figure.start())) {
                    found.add(figure);
                }
            }
        }
        return found;
    }

    private static Found found(String category, List<? extends CoreMap> number, String text) {
        int start = number.getFirst().get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
        var quote = text.substring(start, number.getLast().get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
        long value = Character.isDigit(quote.charAt(0))
                ? Long.parseLong(quote.replace(",", ""))
                : NumberNormalizer.wordToNumber(quote).longValue();
        return new Found(category, value, quote, start);
    }

    public static void main(String[] args) throws IOException {
        var engine = new CoreNlpFigures(Files.readAllLines(Path.of(args[3])));
        var files = Files.readAllLines(Path.of(args[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            int count = 0;
            var told = new ArrayList<String>();
            for (int i = 0; i < files.size(); i++) {
                var found = engine.read(Files.readString(Path.of(files.get(i))));
                count += found.size();
                if (args[0].equals("tell")) {
                    told.add(found.stream().map(Found::json).collect(Collectors.joining(",", "{\"id\":\"" + i + "\",\"figures\":[", "]}")));
                }
            }
            Files.write(Path.of(args[2]), told);
            System.out.println("done " + count);
        }
    }
}

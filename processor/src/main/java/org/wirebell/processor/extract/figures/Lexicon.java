package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** The word lists of one language as a tree of words: at each place of a sentence the longest known phrase is taken. */
final class Lexicon {
    private static final List<String> FILES = List.of("numerals.txt", "triggers.txt", "nouns.txt", "cues.txt");

    /** A place in the tree; {@code entry} is {@link Entry#NONE} where no phrase ends. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Entry entry = Entry.NONE;
    }

    private final Node root = new Node();
    private final String language;
    /** Once all words are known, phrases are learnt a second time in the way in which {@link Clitics} cuts them in a text. */
    private boolean cut;

    private Lexicon(String language) {
        this.language = language;
    }

    /** The lists that come with Wirebell for an ISO 639-1 language. */
    static Lexicon of(String language) {
        var lexicon = new Lexicon(language);
        lexicon.learn();
        if (language.equals("ar")) {
            lexicon.cut = true;
            lexicon.learn();
        }
        return lexicon;
    }

    private void learn() {
        for (var file : FILES) {
            for (var line : WordFile.load(language + "/" + file)) {
                learn(line, language + "/" + file);
            }
        }
    }

    boolean elisions() {
        return language.equals("fr");
    }

    String language() {
        return language;
    }

    /** The pieces of a sentence: phrases where the lists know one, single tokens elsewhere. */
    List<Piece> pieces(List<Token> tokens) {
        var pieces = new ArrayList<Piece>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            int end = longest(tokens, i);
            if (end > i) {
                pieces.add(phrase(tokens, i, end));
                i = end;
            } else {
                pieces.add(
                        piece(tokens.get(i), tokens.get(i).word(), tokens.get(i).end(), Entry.NONE));
                i++;
            }
        }
        return pieces;
    }

    private int longest(List<Token> tokens, int from) {
        var node = root;
        int end = from;
        for (int i = from; i < tokens.size(); i++) {
            var next = node.next.get(tokens.get(i).word());
            if (next == null) {
                break;
            }
            node = next;
            if (node.entry != Entry.NONE) {
                end = i + 1;
            }
        }
        return end;
    }

    /** Each phrase of the lists as words with what is said of it. */
    void forEachPhrase(BiConsumer<List<String>, Entry> phrase) {
        forEachPhrase(root, List.of(), phrase);
    }

    private static void forEachPhrase(Node node, List<String> words, BiConsumer<List<String>, Entry> phrase) {
        if (node.entry != Entry.NONE) {
            phrase.accept(words, node.entry);
        }
        node.next.forEach((word, next) -> {
            var longer = new ArrayList<>(words);
            longer.add(word);
            forEachPhrase(next, longer, phrase);
        });
    }

    private Piece phrase(List<Token> tokens, int from, int end) {
        var node = root;
        var word = tokens.get(from).word();
        for (int i = from; i < end; i++) {
            node = java.util.Objects.requireNonNull(node.next.get(tokens.get(i).word()));
            if (i > from) {
                word = word + " " + tokens.get(i).word();
            }
        }
        var first = tokens.get(from);
        var kind = end > from + 1 ? Token.Kind.WORD : first.kind();
        return new Piece(
                first.start(),
                tokens.get(end - 1).end(),
                kind,
                word,
                node.entry,
                Quantity.NONE,
                first.glued(),
                first.capital());
    }

    private static Piece piece(Token token, String word, int end, Entry entry) {
        return new Piece(token.start(), end, token.kind(), word, entry, Quantity.NONE, token.glued(), token.capital());
    }

    /** Whether this word, in any case, is a number. */
    boolean counts(String word) {
        var node = root.next.get(word.toLowerCase(Locale.ROOT));
        return node != null && node.entry.numeral() != Numeral.NONE;
    }

    /** Whether a phrase of the lists begins with this word. */
    boolean knows(String word) {
        return root.next.containsKey(word);
    }

    private void learn(WordFile.Line line, String file) {
        var words = line.section().split(" ", 2);
        var category = category(words[0]);
        if (category.isPresent() && words.length == 2) {
            triggers(category.get(), words[1], line, file);
            return;
        }
        var part = part(line.section());
        if (part.isPresent()) {
            line.phrases().forEach(p -> add(p, new Entry(Set.of(), new Numeral(part.get(), line.worth()), List.of())));
            return;
        }
        var tag = Tag.named(line.section())
                .orElseThrow(() -> new IllegalArgumentException(file + ": no such section: " + line.section()));
        line.phrases().forEach(p -> add(p, new Entry(Set.of(tag), Numeral.NONE, List.of())));
    }

    /** A verb's line holds base, third person, past, participle (if it differs) and -ing; other lines hold equals. */
    private void triggers(Category category, String kind, WordFile.Line line, String file) {
        var phrases = line.phrases();
        if (kind.equals("verb")) {
            if (phrases.size() != 4 && phrases.size() != 5) {
                throw new IllegalArgumentException(file + ": a verb has four or five forms: " + phrases);
            }
            trigger(phrases.get(0), category, Form.ACTIVE);
            trigger(phrases.get(1), category, Form.ACTIVE);
            trigger(phrases.get(2), category, phrases.size() == 4 ? Form.PARTICIPLE : Form.ACTIVE);
            if (phrases.size() == 5) {
                trigger(phrases.get(3), category, Form.PASSIVE);
            }
            trigger(phrases.getLast(), category, Form.GERUND);
            return;
        }
        var form = Form.valueOf(kind.toUpperCase(Locale.ROOT));
        phrases.forEach(p -> trigger(p, category, form));
    }

    private void trigger(String phrase, Category category, Form form) {
        add(phrase, new Entry(Set.of(), Numeral.NONE, List.of(new Trigger(category, form))));
    }

    private void add(String phrase, Entry more) {
        var node = root;
        for (var token : words(phrase)) {
            node = node.next.computeIfAbsent(token.word(), w -> new Node());
        }
        var triggers = new ArrayList<>(node.entry.triggers());
        more.triggers().stream().filter(t -> !triggers.contains(t)).forEach(triggers::add);
        var numeral = more.numeral() == Numeral.NONE ? node.entry.numeral() : more.numeral();
        var tags = EnumSet.copyOf(node.entry.tags());
        tags.addAll(more.tags());
        node.entry = new Entry(tags, numeral, triggers);
    }

    /** The words of a phrase of the lists; one that ends in an elision ("plus d'") is cut as it is before a vowel. */
    List<Token> words(String phrase) {
        if (cut) {
            var whole = Tokens.of(phrase, 0, phrase.length(), false);
            return whole.size() > 1 ? Clitics.part(whole, this) : whole;
        }
        boolean elided = elisions() && phrase.endsWith("'");
        var whole = elided ? phrase + "a" : phrase;
        var tokens = Tokens.of(whole, 0, whole.length(), elisions());
        return elided ? tokens.subList(0, tokens.size() - 1) : tokens;
    }

    private static Optional<Category> category(String word) {
        for (var category : Category.values()) {
            if (category.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    private static Optional<Numeral.Part> part(String section) {
        return switch (section) {
            case "zero" -> Optional.of(Numeral.Part.ZERO);
            case "units" -> Optional.of(Numeral.Part.UNIT);
            case "teens" -> Optional.of(Numeral.Part.TEEN);
            case "tens" -> Optional.of(Numeral.Part.TEN);
            case "tens with teens" -> Optional.of(Numeral.Part.SCORE);
            case "hundreds" -> Optional.of(Numeral.Part.HUNDRED);
            case "scales" -> Optional.of(Numeral.Part.SCALE);
            case "dozens" -> Optional.of(Numeral.Part.DOZEN);
            case "vague" -> Optional.of(Numeral.Part.VAGUE);
            case "loose" -> Optional.of(Numeral.Part.LOOSE);
            case "shares" -> Optional.of(Numeral.Part.SHARE);
            case "ordinals" -> Optional.of(Numeral.Part.ORDINAL);
            case "suffixes" -> Optional.of(Numeral.Part.SUFFIX);
            default -> Optional.empty();
        };
    }
}

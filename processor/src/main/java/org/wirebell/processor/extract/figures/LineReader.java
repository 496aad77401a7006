package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;

/** Reads one sentence: the rules in their order, each a class of its own. */
final class LineReader {
    /** A table or list without full stops is read in stretches, so that work grows with its length only. */
    private static final int LONGEST = 400;

    /** Of a text; the longest lists of attacks have a few hundred. What follows is not read. */
    static final int MOST_FIGURES = 1_000;

    /** Who is held or homeless whatever is planned for them; a prisoner to be executed is not told of as a captive. */
    private static final Pattern HELD = Pattern.compile(
            "hostage|captive|abduct|refugee|evacuee|idp|displaced|رهائن|رهينة|otage|rehen|refugi|réfugi");

    /** A number of up to two words and the verb of being at the beginning of a sentence, in English. */
    private static final Pattern OPENING =
            Pattern.compile("(?:The (?:remaining|other) )?([\\p{Alnum},]+)(?:-\\p{Alpha}+)? (?:were|are) ");

    /** Characters before a sentence in which a disease may be named. */
    private static final int CONTEXT = 400;

    private final Lexicon lexicon;
    private final Gate gate;

    LineReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.gate = new Gate(lexicon);
    }

    /** The share of the words of these texts, names apart, that the lists know. */
    double known(String... texts) {
        int words = 0;
        int known = 0;
        for (var text : texts) {
            for (var token : Tokens.of(text, 0, text.length(), lexicon.elisions())) {
                boolean listed = lexicon.knows(token.word());
                if (token.kind() == Token.Kind.WORD && (listed || !token.capital())) {
                    words++;
                    known += listed ? 1 : 0;
                }
            }
        }
        return words == 0 ? 0 : (double) known / words;
    }

    /** The figures of a sentence; {@code before} are those of the same text so far. */
    List<Mention> read(String text, Sentences.Span sentence, List<Mention> before) {
        boolean saysWho = !before.isEmpty() && saysWho(text, sentence);
        if (!saysWho && !gate.passes(text, sentence.start(), sentence.end())) {
            return List.of();
        }
        var tokens = Tokens.of(text, sentence.start(), sentence.end(), lexicon.elisions());
        var words = lexicon.pieces(lexicon.language().equals("ar") ? Clitics.split(tokens, lexicon) : tokens);
        if (!saysWho && !worthReading(words, !before.isEmpty())) {
            return List.of();
        }
        if (words.size() <= LONGEST) {
            return read(text, words, before);
        }
        var all = new ArrayList<Mention>();
        for (int i = 0; i < words.size() && before.size() + all.size() < MOST_FIGURES; i += LONGEST) {
            all.addAll(read(text, words.subList(i, Math.min(words.size(), i + LONGEST)), before));
        }
        return all;
    }

    private List<Mention> read(String text, List<Piece> words, List<Mention> before) {
        var line = new Line(text, Numerals.merge(words, text, lexicon));
        var mentions = mentions(line);
        if (mentions.isEmpty()) {
            return List.of();
        }
        var told = new Told(before, () -> tellsOfDisease(text, line.at(0).start()));
        var lastWhole = told.lastWhole();
        Governors.choose(line, mentions, told);
        Series.read(line, mentions, lastWhole.flatMap(m -> m.category));
        Coordination.lend(line, mentions);
        Subsets.link(line, mentions, lastWhole);
        mentions.forEach(Assertion::judge);
        Assertion.carry(line, mentions);
        Roles.assign(line, mentions, before);
        mentions.forEach(LineReader::fallBackToState);
        Claimants.attribute(line, mentions, before.isEmpty() ? "" : before.getLast().claimant);
        var since = Times.since(line);
        var asOf = Times.asOf(line);
        for (var mention : mentions) {
            if (mention.governed()) {
                mention.tense = Times.tense(line, mention);
                mention.scope = Scopes.of(line, mention);
                mention.place = Places.of(line, mention);
                mention.since = since;
                mention.asOf = asOf;
                if (mention.trigger < 0) {
                    mention.parent.ifPresent(whole -> inherit(mention, whole));
                }
            }
        }
        return mentions.stream()
                .filter(Mention::governed)
                .filter(m -> !Freedom.selfMade(line, m) && !rateOfSaving(line, m))
                .filter(m -> m.quantity.low() > 0 || m.head != Mention.Head.UNKNOWN)
                .filter(m -> !m.isShare()
                        || m.parent.isPresent()
                        || m.partitive
                        || m.noun >= 0 && m.line.is(m.noun, Tag.POPULATION))
                .toList();
    }

    /** A part without a word of its own has the time of its whole, and its place when that stands a sentence before. */
    private static void inherit(Mention part, Mention whole) {
        part.tense = part.tense.or(() -> whole.tense);
        if (whole.line != part.line) {
            part.scope = whole.scope;
            part.since = part.since.isEmpty() ? whole.since : part.since;
            part.asOf = part.asOf.isEmpty() ? whole.asOf : part.asOf;
            part.place = part.place.isEmpty() ? whole.place : part.place;
        }
    }

    /** "Forty-eight were men", "The remaining seven are well", of people told of before. */
    private boolean saysWho(String text, Sentences.Span sentence) {
        var first = OPENING.matcher(text).region(sentence.start(), sentence.end());
        return first.lookingAt() && (Character.isDigit(first.group(1).charAt(0)) || lexicon.counts(first.group(1)));
    }

    /** Whether what stands before is about a disease. */
    private boolean tellsOfDisease(String text, int end) {
        return lexicon.pieces(Tokens.of(text, Math.max(0, end - CONTEXT), end, lexicon.elisions())).stream()
                .anyMatch(piece -> piece.is(Tag.DISEASE) && !piece.is(Tag.SOURCE));
    }

    /** What the {@link Gate} let through: without a number and a word of harm, or "the total" of what was told before, nothing else is done. */
    private static boolean worthReading(List<Piece> words, boolean told) {
        boolean number = false;
        boolean trigger = false;
        var before = Piece.EDGE;
        for (var piece : words) {
            number |= piece.kind() == Token.Kind.DIGITS || Gate.counts(piece.entry());
            trigger |= Gate.harms(piece.entry())
                    || told && piece.is(Tag.TOTAL) && !before.is(Tag.PREPOSITION); // "in total" sums up anything
            before = piece;
        }
        return number && trigger;
    }

    /** Every number of the line that its neighbours leave standing, with its phrase and bound. */
    private static List<Mention> mentions(Line line) {
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < line.size(); i++) {
            if (line.at(i).isNumber() && !Context.rejects(line, i)) {
                var mention = new Mention(line, i);
                NounPhrase.read(mention);
                if (Impostors.is(line, mention) && !listed(line, mention, mentions)) {
                    mention.head = Mention.Head.THING;
                }
                Bounds.read(mention);
                mention.exposed = Exposure.of(line, mention, mentions);
                if (othersOfThings(line, mention, mentions)) {
                    mention.head = Mention.Head.THING;
                }
                if (mention.head == Mention.Head.THING && Exposure.partOf(line, mention, mentions)) {
                    mentions.getLast().head = Mention.Head.THING; // "140 of the 600 reindeer"
                }
                mentions.add(mention);
            }
        }
        return mentions;
    }

    /** "Zogo recorded 46 deaths, Dolo 31 and Kaba 25": a place and its number in a list. */
    private static boolean listed(Line line, Mention mention, List<Mention> before) {
        if (before.isEmpty() || before.getLast().head == Mention.Head.THING) {
            return false;
        }
        int from = before.getLast().to;
        boolean joined = line.at(from).mark(",") || line.is(from, Tag.AND);
        for (int i = from + 1; i < mention.from; i++) {
            joined &= line.at(i).capital() || line.is(i, Tag.AND);
        }
        return joined && mention.from <= from + 5 && mention.from > from + 1;
    }

    /** "killed 14 elephants and wounded three others", "of 416 whales some 300 were dead". */
    private static boolean othersOfThings(Line line, Mention mention, List<Mention> before) {
        if (before.isEmpty() || mention.noun >= 0 || before.getLast().head != Mention.Head.THING) {
            return false;
        }
        var last = before.getLast();
        boolean animals = last.noun >= 0 && line.is(last.noun, Tag.ANIMAL);
        boolean others =
                line.is(mention.at + 1, Tag.OTHERS) && line.at(last.from - 1).isTrigger();
        return others || animals && mention.head == Mention.Head.NONE;
    }

    /** "the release of 200 captives" is hoped for, but captives they are. */
    private static void fallBackToState(Mention mention) {
        if (mention.asserted
                || mention.noun < 0
                || mention.trigger == mention.noun
                || mention.quantity.low() == 0
                || mention.more
                || mention.role.isPresent()
                || mention.line.has(Tag.DENIED, 0, mention.from)
                || !mention.category.equals(Optional.of(Category.RELEASED))
                        && !HELD.matcher(mention.line.at(mention.noun).word()).find()
                || mention.line.is(mention.noun, Tag.WEAK)) {
            return;
        }
        mention.line.at(mention.noun).entry().category(Trigger.Form.STATUS).ifPresent(state -> {
            mention.governedBy(state, mention.noun, mention.cost, "status-noun");
            mention.asserted = true;
            mention.tense = Optional.empty();
        });
    }

    /** "saves 10,000 lives a year" rescues nobody in particular. */
    private static boolean rateOfSaving(Line line, Mention mention) {
        return mention.category.equals(Optional.of(Category.RESCUED))
                && mention.noun >= 0
                && line.is(mention.noun, Tag.LIVES)
                && (mention.role.isPresent() || !mention.asserted);
    }
}

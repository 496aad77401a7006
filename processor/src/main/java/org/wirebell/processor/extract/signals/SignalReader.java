package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Figure;
import org.wirebell.model.Signal;
import org.wirebell.processor.extract.figures.Sentences;
import org.wirebell.processor.extract.words.Passage;
import org.wirebell.processor.extract.words.Words;

/** Reads signals of escalation and de-escalation. Built once, shared by all threads. */
public final class SignalReader {
    /** No guard reaches further than so many words, so that a text without full stops costs no more than its length. */
    private static final int LONGEST = 250;
    /** After so many sentences with words of ours, tags that were told are looked for no more. */
    private static final int LONG = 100;

    private final Map<String, Lexicon> lexicons;

    private SignalReader(Map<String, Lexicon> lexicons) {
        this.lexicons = Map.copyOf(lexicons);
    }

    /** A reader with the lexicons that come with Wirebell; read at the first call. */
    public static SignalReader standard() {
        return Standard.READER;
    }

    /** The same for texts that nobody else reads. */
    public List<Signal> read(String headline, String body, String language, int year) {
        return read(Passage.of(headline), Passage.of(body), language, year);
    }

    /**
     * The signals of headline and body in order, each tag at most once in each of the two; none in a language without lexicon, and none
     * in sport, fiction and opinion.
     *
     * @param year the story's year, by which the past is told; 0 when unknown
     */
    public List<Signal> read(Passage headline, Passage body, String language, int year) {
        var lexicon = lexicons.get(language);
        if (lexicon == null) {
            return List.of();
        }
        var heads = lexicon.tokens(headline.words());
        var bodies = lexicon.tokens(body.words());
        var signals = new ArrayList<Signal>();
        read(sentences(headline.text(), heads), Figure.Part.HEADLINE, lexicon, year, signals);
        read(sentences(body.text(), bodies), Figure.Part.BODY, lexicon, year, signals);
        if (signals.isEmpty() || notBreaking(headline, heads, body, bodies, lexicon)) {
            return List.of();
        }
        return List.copyOf(signals);
    }

    /** Whether a provider's genre says that an item is no breaking news: "Opinion", "Analyse", "Sports" in any language of ours. */
    public boolean demotes(String genre) {
        var words = Words.of(genre);
        return !words.isEmpty()
                && lexicons.values().stream().anyMatch(lexicon -> lexicon.labels(lexicon.tokens(words)));
    }

    private static boolean notBreaking(
            Passage headline, List<Token> heads, Passage body, List<Token> bodies, Lexicon lexicon) {
        var all = new ArrayList<Token>(heads);
        all.addAll(bodies);
        return lexicon.settings().unreal(heads)
                || lexicon.settings().unreal(all)
                || lexicon.labelled(headline.text(), heads)
                || lexicon.labelled(body.text(), bodies);
    }

    /** Those in which a rule may begin. */
    private static List<Sentence> sentences(String text, List<Token> words) {
        var sentences = new ArrayList<Sentence>();
        int next = 0;
        for (var span : Sentences.of(text)) {
            int from = next;
            while (next < words.size() && words.get(next).word().start() < span.end()) {
                next++;
            }
            for (int at = from; at < next; at += LONGEST) {
                int to = Math.min(next, at + LONGEST);
                if (anchored(words, at, to)) {
                    sentences.add(Sentence.of(text, words.subList(at, to)));
                }
            }
        }
        return sentences;
    }

    private static boolean anchored(List<Token> words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.get(i).meaning().rules().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void read(List<Sentence> sentences, Figure.Part part, Lexicon lexicon, int year, List<Signal> into) {
        var told = new HashSet<String>();
        int read = 0;
        for (var sentence : sentences) {
            var matches = matches(sentence, lexicon, year, ++read > LONG ? told : Set.of());
            if (matches.isEmpty() || lexicon.settings().unreal(sentence.words())) {
                continue;
            }
            for (var match : matches) {
                if (told.add(match.rule.tag())) {
                    into.add(signal(sentence, match, part, lexicon));
                }
            }
        }
    }

    private static Signal signal(Sentence sentence, Match match, Figure.Part part, Lexicon lexicon) {
        int start = sentence.words().get(match.from).word().start();
        int end = sentence.words().get(match.to - 1).word().end();
        var rule = match.rule;
        var parties = rule.level() > 0 ? lexicon.parties().of(sentence, match.from, match.to) : Parties.Pair.UNKNOWN;
        return new Signal(
                rule.tag(),
                rule.level(),
                sentence.text().substring(start, end),
                start,
                end,
                part,
                rule.id(),
                parties.actor(),
                parties.target());
    }

    /** Those that nothing takes back. Of matches that overlap the longest stays, of equally long ones the one whose rule stands first. */
    private static List<Match> matches(Sentence sentence, Lexicon lexicon, int year, Set<String> told) {
        var all = new ArrayList<Match>();
        for (int i = 0; i < sentence.words().size(); i++) {
            for (var rule : sentence.words().get(i).meaning().rules()) {
                if (told.contains(rule.tag()) || !rule.pattern().possible(sentence.known())) {
                    continue;
                }
                int end = rule.pattern().match(sentence.words(), i);
                if (end > i) {
                    all.add(new Match(rule, i, end));
                }
            }
        }
        all.sort((a, b) -> a.length() != b.length()
                ? b.length() - a.length()
                : a.from != b.from ? a.from - b.from : lexicon.compare(a.rule, b.rule));
        var kept = new ArrayList<Match>();
        for (var match : all) {
            if (kept.stream().noneMatch(k -> k.overlaps(match))
                    && !lexicon.takenBack(match.rule, sentence, match.from, match.to, year)) {
                kept.add(match);
            }
        }
        kept.sort((a, b) -> a.from - b.from);
        return kept;
    }

    private record Match(Rule rule, int from, int to) {
        int length() {
            return to - from;
        }

        boolean overlaps(Match other) {
            return from < other.to && other.from < to;
        }
    }

    private static final class Standard {
        private static final SignalReader READER = new SignalReader(Map.of(
                "en", new Lexicon("en"), "fr", new Lexicon("fr"), "es", new Lexicon("es"), "ar", new Lexicon("ar")));
    }
}

package org.wirebell.ingest.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Postprocessor;
import net.dankito.readability4j.processor.Preprocessor;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Readability's choice of the part of a page that reads like an article; it eats the page. */
final class Core {
    /** A second's, of a slow machine; the largest of 1,678 pages asks for a quarter of it. */
    private static final long MOST_WORK = 30_000_000;

    private Core() {}

    /** A note says when the library gave up: it throws on some pages, and is not let near some others. */
    static Optional<Element> find(Document page, List<String> notes) {
        if (work(page) > MOST_WORK) {
            notes.add("too large for Readability");
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(readability(page).parse().getArticleContent());
        } catch (RuntimeException | StackOverflowError fault) { // not ours: it throws what it likes
            notes.add("Readability: " + fault.getClass().getSimpleName() + " " + fault.getMessage());
            return Optional.empty();
        }
    }

    private static Readability4J readability(Document page) {
        page.outputSettings().prettyPrint(false); // it is written out and read again when a try fails
        var options = new ReadabilityOptions();
        var patterns = new Patterns();
        return new Readability4J(
                "",
                page,
                options,
                patterns,
                new Quiet(patterns),
                new MetadataParser(patterns),
                new Grabber(options, patterns),
                new Untouched());
    }

    /** An estimate: the library reads the text below an element again on each level, and the children of each child. */
    private static long work(Document page) {
        var work = new long[1];
        page.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                work[0] += (long) depth * text.getWholeText().length();
            }
            work[0] += (long) node.childNodeSize() * node.childNodeSize() + depth;
        });
        return work[0];
    }

    /** The library's own patterns. */
    private static final class Patterns extends RegExUtil {
        Patterns() { // the constructor without arguments is for Kotlin only
            super(
                    UnlikelyCandidatesDefaultPattern,
                    OkMaybeItsACandidateDefaultPattern,
                    PositiveDefaultPattern,
                    NegativeDefaultPattern,
                    ExtraneousDefaultPattern,
                    BylineDefaultPattern,
                    ReplaceFontsDefaultPattern,
                    NormalizeDefaultPattern,
                    VideosDefaultPattern,
                    NextLinkDefaultPattern,
                    PrevLinkDefaultPattern,
                    WhitespaceDefaultPattern,
                    HasContentDefaultPattern);
        }
    }

    /** As the original, which writes out each element that it removes for a log that nobody reads. */
    private static final class Quiet extends Preprocessor {
        Quiet(RegExUtil patterns) {
            super(patterns);
        }

        @Override
        protected void logNodeInfo(Node node, String reason) {}
    }

    private static final class Grabber extends ArticleGrabber {
        Grabber(ReadabilityOptions options, RegExUtil patterns) {
            super(options, patterns);
        }

        /** The commas of all scripts count alike; jsoup has folded the spaces already. */
        @Override
        protected String getInnerText(Element element, @Nullable RegExUtil patterns, boolean normalizeSpaces) {
            return Script.withPlainCommas(element.text());
        }

        @Override
        protected int getCharCount(Element node, char sought) {
            return (int) getInnerText(node, null, true)
                    .chars()
                    .filter(c -> c == sought)
                    .count();
        }

        /** The same, without making the text of each element on each level. */
        @Override
        protected boolean isElementWithoutContent(Element node) {
            return !node.hasText()
                    && node.childrenSize()
                            == node.getElementsByTag("br").size()
                                    + node.getElementsByTag("hr").size();
        }

        @Override
        protected void logNodeInfo(Node node, String reason) {}
    }

    /** Only the text is wanted: links and classes need no mending. */
    private static final class Untouched extends Postprocessor {
        @Override
        public void postProcessContent(Document page, Element article, String uri, Collection<String> classes) {}
    }
}

package org.wirebell.ingest.read;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a web page says that its feeds are. What it declares in {@code <link>} counts first, then what it links to in its
 * text; addresses where feeds usually lie are only a guess. Feeds of comments come last. HTML Standard 4.6.7.1 says what
 * a declaration looks like; pages in the wild say it in any letter case, quotes and order.
 *
 * @param candidates in the order in which they should be tried, each address once
 * @param obstacle why there is probably more than this page shows: a sign-in, or a challenge for people only
 */
public record Discovery(List<Candidate> candidates, Optional<String> obstacle) {
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "application/x-rss+xml",
            "text/rss+xml",
            "text/atom+xml");
    /** Types that mean a feed only when something else about the link says so too. */
    private static final Set<String> VAGUE_TYPES =
            Set.of("application/xml", "text/xml", "application/json", "text/rss");

    private static final Pattern FEED_WORD = Pattern.compile("(?i)(?<![a-z])(rss|rdf|atom|feeds?)(?![a-z])");
    private static final Pattern FEED_FILE =
            Pattern.compile("(?i)\\.(rss|rdf|atom)$|/(rss|atom|feed|index)\\.(xml|json)$");
    private static final Pattern COMMENTS =
            Pattern.compile("(?i)comments?\\b|commentaires|comentarios|kommentare|reacties");
    /** Other people's readers, which sites offer for subscribing. */
    private static final Pattern FOREIGN_READER = Pattern.compile(
            "(?i)^https?://([\\w-]+\\.)*(feedly|inoreader|netvibes|bloglines|newsblur|theoldreader|yahoo"
                    + "|facebook|twitter|x|linkedin|whatsapp|t)\\.(com|me|net)(/|$)");

    private static final List<String> WELL_KNOWN = List.of(
            "feed",
            "rss",
            "rss.xml",
            "feed.xml",
            "atom.xml",
            "index.xml",
            "feed.json",
            "feeds",
            "index.rdf",
            "feed/atom");
    private static final int MOST = 50;

    public Discovery {
        candidates = List.copyOf(candidates);
    }

    /** How a page, or we, came by an address; in the order of trust. */
    public enum Way {
        DECLARED,
        LINKED,
        GUESSED
    }

    /**
     * An address that may be a feed.
     *
     * @param title as the page calls it, empty when it does not
     * @param comments a feed of readers' comments, which no newsroom means
     */
    public record Candidate(URI url, String title, Way way, boolean comments) {}

    /** The candidates of a page that was fetched from there. Never throws, whatever the bytes are. */
    public static Discovery of(byte[] raw, URI from, String contentType) {
        var hints = Hints.fetched("", from.toString(), contentType);
        return Guard.attempt("page", () -> page(Charsets.decode(raw, hints).text(), from), new ArrayList<>())
                .orElse(new Discovery(List.of(), Optional.empty()));
    }

    private static Discovery page(String html, URI from) {
        var page = Jsoup.parse(html, from.toString());
        var found = new LinkedHashMap<URI, Candidate>();
        page.select("link[href]").stream()
                .filter(Discovery::isDeclared)
                .forEach(link -> add(link, Way.DECLARED, found));
        if (found.isEmpty()) { // what a page declares is what it means; its other links are a last resort
            linked(page, from).forEach(link -> add(link, Way.LINKED, found));
        }
        return new Discovery(ordered(found.values()), found.isEmpty() ? Obstacle.of(page) : Optional.empty());
    }

    /** Where feeds usually lie: below the page's own folder first, then at the top of its site. */
    public static List<Candidate> guesses(URI page) {
        var found = new LinkedHashMap<URI, Candidate>();
        var folder = page.getRawPath() == null ? "/" : page.getRawPath().replaceFirst("[^/]*$", "");
        for (var base : folder.length() > 1 ? List.of(folder, "/") : List.of("/")) {
            for (var name : WELL_KNOWN) {
                var url = page.resolve(base).resolve(name);
                found.putIfAbsent(url, new Candidate(url, "", Way.GUESSED, false));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isDeclared(Element link) {
        var relations =
                Arrays.asList(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        var type = link.attr("type")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "")
                .strip();
        if (relations.contains("stylesheet")) {
            return false;
        }
        if (!relations.contains("alternate") && !relations.contains("feed")) {
            return false;
        }
        return TYPES.contains(type)
                || VAGUE_TYPES.contains(type) && namesAFeed(link)
                || relations.contains("feed") && (type.isEmpty() || namesAFeed(link));
    }

    private static boolean namesAFeed(Element link) {
        var href = link.attr("href");
        return FEED_WORD.matcher(href).find()
                || FEED_FILE.matcher(href.replaceFirst("[?#].*", "")).find()
                || FEED_WORD.matcher(link.attr("title")).find();
    }

    /** Links in the text, those at the page's own site before others. */
    private static List<Element> linked(Document page, URI from) {
        var own = new ArrayList<Element>();
        var other = new ArrayList<Element>();
        for (var link : page.select("a[href]")) {
            var href = link.attr("href");
            boolean named = FEED_FILE.matcher(href.replaceFirst("[?#].*", "")).find()
                    || FEED_WORD.matcher(href).find()
                    || link.attr("type").toLowerCase(Locale.ROOT).matches("application/(rss|atom|rdf)\\+xml.*")
                    || link.text().strip().matches("(?i)(subscribe (via|by|to) )?(rss|atom|xml)( ?feeds?)?( 2\\.0)?");
            var url = resolve(link);
            if (named
                    && url.isPresent()
                    && !FOREIGN_READER.matcher(url.get().toString()).find()) {
                (isSameHost(url.get(), from) ? own : other).add(link);
            }
        }
        own.addAll(other);
        return own;
    }

    private static boolean isSameHost(URI url, URI page) {
        return url.getHost().equalsIgnoreCase(page.getHost());
    }

    private static void add(Element link, Way way, LinkedHashMap<URI, Candidate> found) {
        var title = Text.fold(Text.first(link.attr("title"), link.text()));
        resolve(link)
                .filter(_ -> found.size() < MOST)
                .ifPresent(url -> found.putIfAbsent(
                        url,
                        new Candidate(
                                url,
                                title,
                                way,
                                COMMENTS.matcher(title + " " + url.getRawPath()).find())));
    }

    /** The absolute address, against {@code <base href>} where there is one; {@code feed:} stands for http. */
    private static Optional<URI> resolve(Element link) {
        var href = link.attr("href")
                .strip()
                .replaceFirst("(?i)^feed:(?=https?:)", "")
                .replaceFirst("(?i)^feed:(?://)?", "http://");
        if (href.isEmpty() || href.startsWith("#")) {
            return Optional.empty(); // the page itself
        }
        var absolute =
                Links.resolve(link.baseUri(), href).replaceFirst("#.*", "").replace(" ", "%20");
        try {
            return Optional.of(URI.create(absolute)).filter(url -> Links.isWeb(absolute) && url.getHost() != null);
        } catch (IllegalArgumentException _) { // no address at all
            return Optional.empty();
        }
    }

    private static List<Candidate> ordered(Collection<Candidate> found) {
        var ordered = new ArrayList<Candidate>();
        found.stream().filter(candidate -> !candidate.comments()).forEach(ordered::add);
        found.stream().filter(Candidate::comments).forEach(ordered::add);
        return ordered;
    }
}

package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Lists of feeds as other readers exchange them: OPML 1 and 2, forgiving when read, 2.0 when written. */
public final class Opml {
    private static final int MAX_DEPTH = 32;

    private Opml() {}

    /**
     * One feed of a list.
     *
     * @param category names of the folders that it stands in, outermost first; empty at the top
     */
    public record Entry(String title, String xmlUrl, List<String> category) {
        public Entry {
            category = List.copyOf(category);
        }
    }

    /** The feeds of a list in its order; outlines without an address are folders. An address is listed once. */
    public static List<Entry> read(byte[] raw) {
        var notes = new ArrayList<String>();
        return Guard.attempt(
                        "OPML",
                        () -> entries(Charsets.decode(raw, Hints.file("opml")).text()),
                        notes)
                .orElse(List.of());
    }

    private static List<Entry> entries(String text) {
        var entries = new ArrayList<Entry>();
        Xml.first(Xml.parse(text, ""), "body").ifPresent(body -> collect(body, List.of(), entries));
        var seen = new java.util.HashSet<String>();
        entries.removeIf(entry -> !seen.add(entry.xmlUrl()));
        return List.copyOf(entries);
    }

    private static void collect(Element parent, List<String> folder, List<Entry> entries) {
        for (var outline : Xml.children(parent, "outline")) {
            var title = Text.fold(Text.first(Xml.attr(outline, "title"), Xml.attr(outline, "text")));
            var url = Text.first(Xml.attr(outline, "xmlurl"), Xml.attr(outline, "url"));
            if (Links.isWeb(url)) {
                entries.add(new Entry(title, url, folder));
            }
            if (folder.size() < MAX_DEPTH) {
                collect(outline, Links.isWeb(url) ? folder : plus(folder, title), entries);
            }
        }
    }

    private static List<String> plus(List<String> folder, String title) {
        var inner = new ArrayList<>(folder);
        inner.add(title);
        return inner;
    }

    /** The list as OPML 2.0, feeds of one folder together, folders in alphabetical order. */
    public static String write(String title, List<Entry> entries) {
        var root = new Folder();
        for (var entry : entries) {
            var folder = root;
            for (var name : entry.category()) {
                folder = folder.folders.computeIfAbsent(name, absent -> new Folder());
            }
            folder.entries.add(entry);
        }
        var out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>");
        out.append(escaped(title)).append("</title></head>\n  <body>\n");
        root.write(out, "    ");
        return out.append("  </body>\n</opml>\n").toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("&nbsp;", "&#xa0;");
    }

    private static final class Folder {
        private final TreeMap<String, Folder> folders = new TreeMap<>();
        private final List<Entry> entries = new ArrayList<>();

        void write(StringBuilder out, String indent) {
            for (var entry : entries) {
                var title = escaped(entry.title());
                out.append(indent + "<outline type=\"rss\" text=\"" + title + "\" title=\"" + title + "\" xmlUrl=\""
                        + escaped(entry.xmlUrl()) + "\"/>\n");
            }
            folders.forEach((name, folder) -> {
                out.append(indent + "<outline text=\"" + escaped(name) + "\">\n");
                folder.write(out, indent + "  ");
                out.append(indent + "</outline>\n");
            });
        }
    }
}

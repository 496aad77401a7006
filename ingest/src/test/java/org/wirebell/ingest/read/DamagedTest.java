package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Item;

/** The samples, damaged by chance but the same way each time: nothing throws, and what was not hit comes out whole. */
class DamagedTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final int ROUNDS = 16;
    private static final Pattern ITEM_END = Pattern.compile("</(item|entry)>");
    private static final Pattern TITLE = Pattern.compile("(?<=<title>|\"title\":\")[^<\"]{12,}");

    /** Damage to the text, which leaves every character a character. */
    private static final List<BiFunction<String, Random, String>> TEXT = List.of(
            (text, random) -> text.substring(0, random.nextInt(text.length())),
            (text, random) -> text.replaceFirst("^", "\uFEFF\uFEFF \n"),
            (text, random) -> "<br />\n<b>Warning</b>: no route in <b>/a.x</b>\n" + text,
            (text, random) -> text + "\n<!-- 0.2 s --><p>bye",
            (text, random) -> text + text,
            (text, random) -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r"),
            (text, random) -> inserted(text, random, "\u0000\u0008\u001B"),
            (text, random) -> inserted(text, random, "<!-- a -- b"),
            (text, random) -> inserted(text, random, "<?x y"),
            (text, random) -> inserted(text, random, "&nbsp;&bogus;&#7;&"),
            (text, random) -> inserted(text, random, "<b".repeat(400)),
            (text, random) -> inserted(text, random, "{\"a\":[".repeat(60)),
            (text, random) -> without(text, random, "</[^>]{1,30}>"),
            (text, random) -> without(text, random, "\""),
            (text, random) -> without(text, random, ">"),
            (text, random) -> without(text, random, "xmlns:\\w+=\"[^\"]*\""));

    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "windows-1252");

    @Test
    void nothingThrowsAndNoCharacterIsLost() throws IOException {
        var random = new Random(20260411);
        for (var file : files("feeds", "wires")) {
            var text = Files.readString(file);
            for (int round = 0; round < ROUNDS; round++) {
                int kind = random.nextInt(TEXT.size());
                var charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
                var damaged = TEXT.get(kind).apply(text, random).replaceAll("[^\\x00-\u00FF]", "?");
                var reading = Reader.read(damaged.getBytes(charset), Hints.file("damaged"));
                assertThat(Readings.line("damaged", reading))
                        .as("%s, damage %d, in %s", file, kind, charset)
                        .doesNotContain("\uFFFD", "PointerException", "BoundsException");
            }
        }
    }

    @Test
    void whatStandsBeforeACutIsWhole() throws IOException {
        var random = new Random(20260412);
        for (var file : files("feeds")) {
            var text = Files.readString(file);
            var all = read(text);
            for (int round = 0; round < ROUNDS && !file.toString().endsWith(".json"); round++) {
                var cut = text.substring(0, random.nextInt(text.length()));
                int whole = (int) ITEM_END.matcher(cut).results().count();
                assertThat(read(cut).stream().limit(whole).toList())
                        .as("%s cut at %d", file, cut.length())
                        .usingElementComparator(DamagedTest::compare)
                        .isEqualTo(all.subList(0, whole));
            }
        }
    }

    @Test
    void whatStandsBesideABrokenTitleIsWhole() throws IOException {
        var random = new Random(20260413);
        for (var file : files("feeds")) {
            var text = Files.readString(file);
            var all = read(text);
            var titles = titles(text);
            for (int round = 0; round < ROUNDS && titles.size() == all.size(); round++) {
                int hit = random.nextInt(titles.size());
                var raw = text.substring(0, titles.get(hit).start()).getBytes(StandardCharsets.UTF_8);
                var broken = text.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 3; i++) {
                    broken[raw.length + 2 + random.nextInt(8)] = (byte) random.nextInt(256);
                }
                var items = Reader.read(broken, Hints.file("broken")).items();
                for (int other = 0; other < all.size(); other++) {
                    if (other != hit) {
                        assertThat(items)
                                .as("%s, title %d broken, item %d", file, hit, other)
                                .usingElementComparator(DamagedTest::compare)
                                .contains(all.get(other));
                    }
                }
            }
        }
    }

    /** Where the headlines of the items stand; the feed's own title is none. */
    private static List<MatchResult> titles(String text) {
        int first = Math.max(text.indexOf("<item"), Math.max(text.indexOf("<entry"), text.indexOf("\"items\"")));
        return TITLE.matcher(text)
                .results()
                .filter(title -> title.start() > first)
                .toList();
    }

    private static int compare(Item a, Item b) {
        return (a.id() + a.headline() + a.body() + a.link() + a.published())
                .compareTo(b.id() + b.headline() + b.body() + b.link() + b.published());
    }

    private static String inserted(String text, Random random, String what) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + what + text.substring(at);
    }

    private static String without(String text, Random random, String regex) {
        var damaged = Pattern.compile(regex)
                .matcher(text)
                .replaceAll(
                        found -> random.nextInt(5) > 0 ? java.util.regex.Matcher.quoteReplacement(found.group()) : "");
        return damaged.isEmpty() ? text : damaged;
    }

    private static List<Item> read(String text) {
        return Reader.read(text.getBytes(StandardCharsets.UTF_8), Hints.file("sample"))
                .items();
    }

    private static List<Path> files(String... folders) throws IOException {
        var files = new java.util.ArrayList<Path>();
        for (var folder : folders) {
            try (var walk = Files.walk(SAMPLES.resolve(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(10);
        return files;
    }
}

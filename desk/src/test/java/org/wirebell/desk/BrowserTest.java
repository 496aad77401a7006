package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.Priority;
import org.wirebell.model.Update;

class BrowserTest {
    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final Instant now = Instant.now();
    private final Board board = Desk.board(config);
    private final Invented news = new Invented(board, now, 1_000);
    private Desk desk = start(0);
    private static final String FERRY = "/stories?id=coastwire%7Chttps%3A%2F%2Fcoastwire.example%2F1";
    private static final Map<Boolean, Browser> BROWSERS = new HashMap<>(); // with and without scripts

    private Desk start(int port) {
        return Desk.start(
                config.at("127.0.0.1", port), board, new SimpleMeterRegistry(), InstantSource.system(), List.of());
    }

    @BeforeEach
    void fill() {
        Preview.fill(board, now);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @AfterAll
    static void quit() {
        BROWSERS.values().forEach(Browser::close);
        BROWSERS.clear();
    }

    private Browser browser(boolean scripts, String path) {
        var browser = BROWSERS.computeIfAbsent(scripts, Browser::new);
        browser.reset();
        browser.driver.get("http://127.0.0.1:" + desk.port() + path);
        if (scripts) {
            await().until(() -> text(browser, "#live").equals("Live"));
        }
        return browser;
    }

    private static String text(Browser b, String css) {
        return b.driver.findElement(By.cssSelector(css)).getText();
    }

    private static WebElement first(Browser b) {
        return b.driver.findElement(By.cssSelector("#alerts > article"));
    }

    private static String firstTitle(Browser b) {
        return text(b, "#alerts > article .alert-title");
    }

    private Alert fresh(String title) {
        var e = Invented.evidence(
                "coastwire", "Late news", "https://coastwire.example/late", "Officials said 52 people had died.", "52");
        return Invented.with(
                news.alert(title, Priority.FLASH, title, "officials", e, Duration.ofSeconds(1)),
                "en",
                Optional.empty(),
                Optional.of(Invented.reading(40, Figure.Bound.EXACT, now)),
                Optional.of(Invented.reading(52, Figure.Bound.EXACT, now)),
                List.of());
    }

    @Test
    void showsAnAlertAsItComes() {
        var b = browser(true, "/");
        long start = System.nanoTime();
        news.put(fresh("Killed: 52, say officials"));
        await().pollInterval(Duration.ofMillis(20)).until(() -> firstTitle(b).equals("Killed: 52, say officials"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        var row = first(b);
        assertThat(row.findElement(By.cssSelector(".evidence mark")).getText()).isEqualTo("52");
        assertThat(row.findElement(By.cssSelector(".priority")).getText()).isEqualTo("Flash");
        assertThat(row.findElements(By.cssSelector(".bells i"))).hasSize(5);
        assertThat(row.findElement(By.cssSelector(".readings")).getText())
                .contains("40")
                .contains("52")
                .contains("+12");
        assertThat(row.findElement(By.cssSelector("a.out")).getAttribute("rel")).contains("noopener", "nofollow");
        assertThat(b.driver.findElement(By.id("said-now")).getAttribute("textContent"))
                .contains("Flash");
    }

    /** The live page builds the very elements that the server paints. */
    @Test
    void buildsWhatTheServerPaints() {
        var b = browser(true, "/");
        for (var told : board.alerts()) {
            news.put(told.alert()); // again, as a patch
        }
        await().until(() ->
                !b.driver.findElements(By.cssSelector("#alerts .changed")).isEmpty());
        var live = b.run(NORMAL + "return normal(document.getElementById('alerts'))");
        b.driver.navigate().refresh();
        await().until(() -> text(b, "#live").equals("Live"));
        assertThat(live).isEqualTo(b.run(NORMAL + "return normal(document.getElementById('alerts'))"));
    }

    /** Markup without what passes: classes of an arrival, words of a relative time, order of attributes. */
    private static final String NORMAL = """
            const normal = (root) => {
              const copy = root.cloneNode(true);
              for (const e of copy.querySelectorAll('*')) {
                e.classList.remove('arrived', 'changed');
                const all = [...e.attributes].map((a) => [a.name, a.value]).sort();
                for (const [n] of all) e.removeAttribute(n);
                for (const [n, v] of all) e.setAttribute(n, v);
              }
              for (const t of copy.querySelectorAll('time[data-ago]')) t.textContent = '';
              return copy.innerHTML;
            };
            """;

    @Test
    void showsHostileTextAsText() {
        var b = browser(true, "/");
        news.put(fresh(Invented.HOSTILE));
        await().until(() -> firstTitle(b).equals(Invented.HOSTILE));
        assertThat(b.driver.getTitle()).isEqualTo("Wirebell");
        assertThat(b.driver.findElements(By.cssSelector("#alerts img, #alerts script, #alerts b, a[href^=javascript]")))
                .isEmpty();
        assertThat(b.driver.manage().logs().get("browser").getAll())
                .extracting(LogEntry::getMessage)
                .noneMatch(m -> m.contains("Content Security Policy") || m.contains("Uncaught"));
    }

    @Test
    void keepsBackWhatComesWhileTheReaderReads() {
        var b = browser(true, "/");
        new Actions(b.driver).moveToElement(first(b)).perform();
        var before = firstTitle(b);
        news.put(fresh("One"));
        news.put(fresh("Two"));
        await().until(() -> text(b, "#fresh").equals("2 new"));
        assertThat(firstTitle(b)).isEqualTo(before);
        new Actions(b.driver)
                .moveToElement(b.driver.findElement(By.id("fresh")))
                .click()
                .perform();
        await().until(() -> List.of("One", "Two").contains(firstTitle(b)));
        assertThat(b.driver.findElement(By.id("fresh")).isDisplayed()).isFalse();
    }

    @Test
    void pausesAndGoesOn() {
        var b = browser(true, "/");
        b.driver.findElement(By.tagName("body")).sendKeys("p");
        await().until(() -> text(b, "#live").equals("Paused"));
        news.put(fresh("While paused"));
        await().until(() -> text(b, "#fresh").equals("1 new"));
        b.driver.findElement(By.tagName("body")).sendKeys("p");
        await().until(() -> firstTitle(b).equals("While paused"));
    }

    @Test
    void isReadWithTheKeysAlone() {
        var b = browser(true, "/");
        b.driver.findElement(By.tagName("body")).sendKeys("j", "j");
        assertThat(b.driver.switchTo().activeElement().getText()).contains("Qantara Ridge");
        b.driver.switchTo().activeElement().sendKeys("o");
        assertThat(b.driver.switchTo().activeElement().getText()).contains("#1", "#2", "Rule toll-watch");
        b.driver.switchTo().activeElement().sendKeys("k");
        assertThat(b.driver.switchTo().activeElement().getText()).contains("Port Adel");
        b.driver.switchTo().activeElement().sendKeys("?");
        assertThat(b.driver.findElement(By.id("keys")).isDisplayed()).isTrue();
        b.driver.findElement(By.id("keys-on")).click();
        b.driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        b.driver.findElement(By.tagName("body")).sendKeys("p");
        assertThat(text(b, "#live")).isEqualTo("Live");
    }

    @Test
    void goesOnWhenTheDeskComesBack() {
        var b = browser(true, "/");
        int port = desk.port();
        desk.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> text(b, "#live").startsWith("Connection lost"));
        news.put(fresh("While away"));
        desk = start(port);
        await().atMost(Duration.ofSeconds(20)).until(() -> firstTitle(b).equals("While away"));
        assertThat(text(b, "#live")).isEqualTo("Live");
    }

    @Test
    void needsNoScriptForTheFirstPaint() {
        var b = browser(false, "/");
        assertThat(b.driver.findElements(By.cssSelector("#alerts > article"))).hasSize(15);
        assertThat(text(b, "#alerts mark")).isEqualTo("31");
        assertThat(text(b, "#live")).isEqualTo("Not live: reload for news");
        assertThat(b.driver.findElement(By.id("pause")).isDisplayed()).isFalse();
        b.driver.findElement(By.cssSelector("summary")).click();
        assertThat(text(b, ".revisions")).contains("#1", "11", "+9");
    }

    @ParameterizedTest
    @CsvSource({"/", "/figures", "/stories", FERRY, "/sources", "/?q=ferry"})
    void fitsAPhone(String path) {
        var b = browser(true, path);
        b.size(320, 700);
        assertThat((Boolean) b.run("return document.documentElement.scrollWidth <= 320"))
                .isTrue();
        assertThat(
                        (List<?>)
                                b.run(
                                        "return [...document.querySelectorAll('button, summary, input[type=search]')]"
                                                + ".filter(e => e.offsetParent && (e.getBoundingClientRect().height < 24)).map(e => e.outerHTML)"))
                .isEmpty();
    }

    /** Every text against the ground that it stands on, in both themes. */
    @ParameterizedTest
    @CsvSource({
        "/, false",
        "/, true",
        "/figures, false",
        "/figures, true",
        "/stories, false",
        "/stories, true",
        FERRY + ", false",
        FERRY + ", true",
        "/sources, false",
        "/sources, true"
    })
    void isReadable(String path, boolean dark) {
        var b = browser(true, path);
        b.dark(dark);
        assertThat((List<?>) b.run(CONTRAST)).isEmpty();
    }

    private static final String CONTRAST = """
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const rgb = (c) => {
              canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
              return canvas.getImageData(0, 0, 1, 1).data;
            };
            const light = ([r, g, b]) => {
              const f = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
            };
            const ground = (e) => {
              for (; e; e = e.parentElement) {
                const c = rgb(getComputedStyle(e).backgroundColor);
                if (c[3] === 255) return c;
              }
              return [255, 255, 255];
            };
            const bad = [];
            for (const e of document.querySelectorAll('body *')) {
              if (!e.checkVisibility() || e.closest('svg, .sr, .skip')) continue;
              if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
              const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
              const ratio = (a + 0.05) / (b + 0.05);
              if (ratio < 4.5) bad.push(`${ratio.toFixed(2)} ${e.className} ${e.textContent.slice(0, 30)}`);
            }
            return bad;
            """;

    @Test
    void drawsNewFiguresOnTheFiguresScreen() {
        var b = browser(true, "/figures");
        var line = board.series().getFirst();
        var chart = "#series > [data-key='series:" + line.key() + "'] .chart .mark";
        int marks = b.driver.findElements(By.cssSelector(chart)).size();
        news.update(
                line.entry().series(),
                Update.Kind.HIGHER,
                44,
                Figure.Bound.EXACT,
                "harbour office",
                fresh("x").evidence(),
                Duration.ofSeconds(2));
        await().until(() -> b.driver.findElements(By.cssSelector(chart)).size() > marks);
    }

    @Test
    void showsAStoryAsItGrows() {
        var b = browser(true, "/stories");
        assertThat(text(b, "#stories > :first-child .story-title")).isEqualTo("Ferry sinks off Port Adel");
        var at = new Tales(now);
        var bridge = at.own("northline", "https://northline.example/b", 0, "en", "Bridge closed at Ostrel");
        news.put(Tales.story(bridge));
        await().until(() -> text(b, "#stories > :first-child .story-title").equals("Bridge closed at Ostrel"));
        news.put(Tales.story(bridge, at.copy(bridge, "reprint", "harbour-desk", 1)));
        await().until(() -> text(b, "#stories > :first-child .story-counts").startsWith("2 items"));
        b.driver.findElement(By.tagName("body")).sendKeys("p");
        news.put(Tales.story(at.own("coastwire", 2)));
        await().until(() -> text(b, "#fresh").equals("1 new"));
    }

    @Test
    void keepsAnOpenStoryTrue() {
        var at = new Tales(now);
        var bridge = at.own("northline", "https://northline.example/b", 0, "en", "Bridge closed at Ostrel");
        news.put(Tales.story(bridge));
        var b = browser(true, "/stories?id=northline%7Chttps%3A%2F%2Fnorthline.example%2Fb");
        news.put(Tales.story(at.own("coastwire", 2))); // another story does not disturb it
        news.put(Tales.story(bridge, at.copy(bridge, "cut", "harbour-desk", 1)));
        await().until(() -> text(b, ".story-sheet").contains("carried by harbour-desk"));
        assertThat(text(b, ".story-sheet h1")).isEqualTo("Bridge closed at Ostrel");
        var live = b.run(NORMAL + "return normal(document.getElementById('main'))");
        b.driver.navigate().refresh();
        await().until(() -> text(b, "#live").equals("Live"));
        assertThat(live).isEqualTo(b.run(NORMAL + "return normal(document.getElementById('main'))"));
        news.put(Tales.gone(Tales.story(bridge), PreviewStories.FERRY));
        await().until(() -> text(b, ".story-sheet").contains("now part of another"));
        b.driver.findElement(By.linkText("Ferry sinks off Port Adel")).click();
        await().until(() -> text(b, "h1").equals("Ferry sinks off Port Adel"));
    }
}

package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Shelf;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.StoredRule;

/** Shift, Sent, Rules and Archive stay true by themselves, and never move under who reads or writes there. */
class LookAgainTest {
    private static Browser browser;
    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final Instant now = Instant.now();
    private final Board board = Desk.board(config);
    private final Invented news = new Invented(board, now, 1_000);
    private final Archive archive = Archive.inMemory();
    private Desk desk = start(0);

    private Desk start(int port) {
        var accounts = new Accounts();
        return SignedIn.open(config.at("127.0.0.1", port), board, accounts, new MemoryPen(board, accounts), archive);
    }

    @BeforeAll
    static void begin() {
        browser = new Browser(true);
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void open(String path) {
        browser.reset();
        browser.driver.get("http://127.0.0.1:" + desk.port() + path);
        await().until(() -> text("#live").equals("Live"));
        browser.run("window.moved = 0; new PerformanceObserver((list) => {"
                + "for (const e of list.getEntries()) window.moved += e.value; }).observe({ type: 'layout-shift' });");
    }

    private static String text(String css) {
        return (String) browser.run("return document.querySelector(arguments[0])?.innerText.trim() ?? ''", css);
    }

    private static void read(String css) {
        new Actions(browser.driver)
                .moveToElement(browser.driver.findElement(By.cssSelector(css)))
                .perform();
    }

    private Alert told(String name) {
        var e = Invented.evidence("coastwire", name, "https://coastwire.example/" + name, "Nine people died.", "Nine");
        var alert = news.alert(name, Priority.NORMAL, "Killed: 9 at " + name, "police", e, Duration.ofSeconds(5));
        news.put(alert);
        news.told(alert, "console", Notice.Kind.NEW, Optional.of(Result.Outcome.SENT));
        return alert;
    }

    private StoredRule rule(String id) {
        return new StoredRule(
                id, "main", "id: " + id, 1, StoredRule.State.ACTIVE, "olek", now, "of a colleague", Map.of());
    }

    @Test
    void showsWhatWasSentSince() {
        told("Ostrel");
        open("/sent");
        told("Kolva");
        await().until(() -> text("table").contains("Killed: 9 at Kolva"));
        assertThat(browser.driver.findElement(By.id("said")).getAttribute("textContent"))
                .contains("1 new");
        assertThat(text("#fresh")).isEmpty();
        browser.driver.findElement(By.cssSelector("[data-test=console]")).click();
        await().until(() -> text("#done").equals("A test was sent to console: rang"));
    }

    @Test
    void tellsInsteadOfMovingUnderTheReader() {
        told("Ostrel");
        open("/sent");
        read("table");
        told("Kolva");
        told("Bantu Hills");
        await().until(() -> text("#fresh").equals("2 new"));
        assertThat(text("table")).contains("Ostrel").doesNotContain("Kolva", "Bantu Hills");
        assertThat(((Number) browser.run("return window.moved")).doubleValue()).isZero();
        assertThat(browser.run("return document.getElementById('fresh').closest('[aria-live=polite]') !== null"))
                .isEqualTo(true);
        browser.driver.findElement(By.tagName("body")).sendKeys("n");
        await().until(() -> text("table").contains("Kolva"));
        assertThat(text("#fresh")).isEmpty();
    }

    @Test
    void showsTheShiftAsItGoesOn() {
        open("/shift");
        assertThat(text("main")).contains("Nothing has changed since then.");
        told("Ostrel");
        await().until(() -> text("main").contains("New \u00b7 1"));
        read("ul.shift-lines");
        var alert = told("Kolva");
        await().until(() -> text("#fresh").equals("1 new"));
        news.put(Invented.titled(alert, "Killed: 10 at Kolva"));
        browser.driver.findElement(By.id("fresh")).click();
        await().until(() -> text("main").contains("Killed: 10 at Kolva"));
    }

    @Test
    void leavesARuleThatIsBeingWritten() {
        open("/rules");
        browser.driver.findElement(By.id("rule-text")).sendKeys("id: half");
        board.rule(Source.RULES.at(0, 1), "ferry-watch", Optional.of(rule("ferry-watch")));
        await().until(() -> text("#fresh").equals("1 new"));
        assertThat(text("main")).doesNotContain("of a colleague");
        browser.driver.findElement(By.id("fresh")).click();
        await().until(() -> text("main").contains("of a colleague"));
        assertThat(browser.run("return document.getElementById('rule-text').value"))
                .isEqualTo("id: half");
    }

    @Test
    void findsWhatHasComeSince() {
        archive.put(Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", now));
        archive.filled();
        open("/archive?q=ferry");
        read("article.found");
        archive.put(Shelf.item("2", "coastwire", "en", "Ferry raised", now.plusSeconds(1)));
        archive.put(Shelf.item("3", "coastwire", "en", "Bridge closed", now.plusSeconds(2)));
        archive.refresh();
        news.put(org.wirebell.model.Samples.story());
        await().until(() -> text("#fresh").equals("1 new"));
        browser.driver.findElement(By.tagName("body")).sendKeys("n");
        await().until(() -> text("main").contains("Ferry raised"));
        assertThat(text("main")).contains("2 items, newest first.").doesNotContain("Bridge closed");
    }

    @Test
    void goesOnWhenTheDeskComesBack() {
        told("Ostrel");
        open("/sent");
        int port = desk.port();
        desk.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> text("#live").startsWith("Connection lost"));
        told("Kolva");
        desk = start(port);
        await().atMost(Duration.ofSeconds(20)).until(() -> text("table").contains("Kolva"));
    }
}

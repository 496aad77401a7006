package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Shelf;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.Silence;

/** What people do about alerts, on the page: with the keys, with the buttons, and what comes back. */
class LiveDeedsTest {
    private static Browser browser;
    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final Instant now = Instant.now();
    private final Board board = Desk.board(config);
    private final Invented news = new Invented(board, now, 1_000);
    private final Accounts accounts = new Accounts();
    private final MemoryPen pen = new MemoryPen(board, accounts);
    private final Archive archive = Archive.inMemory();
    private final Desk desk = SignedIn.open(config, board, accounts, pen, archive);

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

    private Alert bridge(String name, Priority priority, String title) {
        var e = Invented.evidence(
                "coastwire", "Bridge falls", "https://coastwire.example/" + name, "Nine people died.", "Nine");
        return news.alert(name, priority, title, "police", e, Duration.ofSeconds(5));
    }

    private void open(String path) {
        browser.reset();
        browser.driver.get("http://127.0.0.1:" + desk.port() + path);
        await().until(() -> text("#live").equals("Live"));
    }

    private List<Action> actions() {
        return pen.all("actions", Action.class);
    }

    /** At one moment, also while the page is loaded anew. */
    private static String text(String css) {
        return (String) browser.run("return document.querySelector(arguments[0])?.innerText.trim() ?? ''", css);
    }

    private static WebElement active() {
        return browser.driver.switchTo().activeElement();
    }

    @Test
    void acknowledgesWithOneKeyAndShowsWhoHasSeenIt() {
        var alert = bridge("a", Priority.URGENT, "Killed: 9 in Ostrel, say police");
        news.put(alert);
        open("/");
        browser.driver.findElement(By.tagName("body")).sendKeys("j");
        active().sendKeys("a");
        await().until(() -> text("#done").equals("Acknowledged"));
        assertThat(actions())
                .extracting(Action::verb, Action::alert, Action::revision)
                .containsExactly(tuple(Action.Verb.ACK, alert.id(), 1));
        var ack = new Handling.Ack(1, "vera", now, now.plusSeconds(3_600));
        var remark = new Handling.Remark(Action.Verb.NOTE, "olek", now, "the mayor calls back");
        news.put(alert.with(
                Alert.State.OPEN,
                Priority.URGENT,
                new Handling(Optional.of(ack), "olek", List.of(remark), Optional.empty(), "")));
        await().until(() -> text("#alerts .handled").startsWith("Seen by vera"));
        assertThat(text("#alerts .handled")).contains("until", "With olek");
        assertThat(text("#alerts [data-verb=unack]")).isEqualTo("Not seen");
        active().sendKeys("o");
        assertThat(text("#alerts .remarks")).contains("olek", "noted", "the mayor calls back");
    }

    @Test
    void asksForAReasonBeforeItHolds() {
        var alert = bridge("b", Priority.FLASH, "Killed: 9 in Ostrel, say police");
        news.put(alert);
        open("/");
        browser.driver.findElement(By.tagName("body")).sendKeys("j");
        active().sendKeys("h");
        assertThat(text("#deed-title")).startsWith("Hold");
        assertThat(active().getAttribute("name")).isEqualTo("note");
        active().sendKeys("one source only");
        browser.driver.findElement(By.cssSelector("#deed button.main")).sendKeys(Keys.ENTER);
        await().until(() -> !browser.driver.findElement(By.id("deed")).isDisplayed());
        assertThat(actions())
                .extracting(Action::verb, Action::note)
                .containsExactly(tuple(Action.Verb.HOLD, "one source only"));
        assertThat(active().getAttribute("data-alert")).isEqualTo(alert.id());
    }

    @Test
    void silencesARuleOrAPlace() {
        news.put(bridge("c", Priority.NORMAL, "Killed: 9 in Ostrel, say police"));
        open("/");
        browser.driver.findElement(By.tagName("body")).sendKeys("j");
        active().sendKeys("s");
        await().until(() -> text("#deed-preview").equals("Of the alerts on this desk it would have hushed 1."));
        active().sendKeys(Keys.TAB, Keys.TAB);
        active().sendKeys("flood of copies");
        browser.driver.findElement(By.cssSelector("#deed button.main")).click();
        await().until(() -> text("#done").equals("Silenced"));
        var silence = board.silences().getFirst();
        assertThat(silence.rules()).containsExactly("toll-watch");
        assertThat(silence.reason()).isEqualTo("flood of copies");
        assertThat(silence.desk()).isEqualTo("main");
    }

    @Test
    void saysWhyItWasNotDone() {
        news.put(bridge("d", Priority.NORMAL, "Killed: 9 in Ostrel, say police"));
        pen.broken = true;
        open("/");
        browser.driver.findElement(By.cssSelector("[data-verb=ack]")).click();
        await().until(() ->
                browser.driver.findElement(By.id("done")).getAttribute("class").contains("wrong"));
        assertThat(text("#done")).isNotBlank();
    }

    @Test
    void ringsForWhatIsToldAloudAndOnlyWhereSomebodyAskedForIt() {
        open("/");
        assertThat(text("#bells")).isEqualTo("Bells off");
        ring("e", false);
        await().until(() -> "0".equals(browser.run("return document.body.dataset.rung")));
        browser.driver.findElement(By.id("bells")).click();
        assertThat(text("#bells")).isEqualTo("Bells on");
        ring("f", true); // quietly
        ring("g", false);
        await().until(() -> "3".equals(browser.run("return document.body.dataset.rung")));
        browser.driver.findElement(By.id("bells")).click();
    }

    private void ring(String name, boolean quiet) {
        var alert = bridge(name, Priority.URGENT, "Killed: 9 in Ostrel, say police " + name);
        news.put(alert);
        var notice = new Notice("n-" + name, "night-desk", Notice.Kind.NEW, alert, now, now.plusSeconds(600), Map.of());
        news.put(quiet ? notice.hushed() : notice);
    }

    @Test
    void listsByPriorityAndStaysSo() {
        news.put(bridge("h", Priority.FLASH, "Flash one"));
        news.put(bridge("i", Priority.LOW, "Low one"));
        open("/?by=priority");
        assertThat(text("#alerts > article .alert-title")).isEqualTo("Flash one");
        news.put(bridge("j", Priority.NORMAL, "Normal one"));
        await().until(() ->
                browser.driver.findElements(By.cssSelector("#alerts > article")).size() == 3);
        assertThat(browser.driver.findElements(By.cssSelector("#alerts .alert-title")))
                .extracting(WebElement::getText)
                .containsExactly("Flash one", "Normal one", "Low one");
    }

    @Test
    void tellsWhatWasSentAndTriesAReceiver() {
        var alert = bridge("k", Priority.URGENT, "Killed: 9 in Ostrel, say police");
        news.put(alert);
        news.told(alert, "console", Notice.Kind.NEW, Optional.of(Result.Outcome.REFUSED));
        news.put(new Notice("n-k", "desk-mail", Notice.Kind.NEW, alert, now, now.plusSeconds(600), Map.of())
                .silenced("silenced"));
        open("/sent?outcome=not-sent");
        assertThat(text("table")).contains("desk-mail", "a silence covers it").doesNotContain("console");
        browser.driver.findElement(By.cssSelector("[data-test=console]")).click();
        await().until(() -> text("#done").equals("A test was sent to console: rang"));
        assertThat(pen.audited()).containsExactly("visitor receiver.tested receiver/console");
        browser.driver.findElement(By.linkText("why")).click();
        await().until(() -> text(".why").contains("query matched"));
    }

    @Test
    void showsEachNoticeWithTheTitleThatItTold() {
        var first = bridge("t", Priority.URGENT, "Killed: 9 in Ostrel, say police");
        news.put(first);
        news.told(first, "console", Notice.Kind.NEW, Optional.of(Result.Outcome.SENT));
        var next = Invented.titled(
                Invented.next(first, Alert.State.OPEN, Alert.Reason.LOWERED, Optional.empty(), first.evidence(), now),
                "Killed: 7 in Ostrel, say police");
        news.put(next);
        news.told(next, "console", Notice.Kind.CORRECT, Optional.empty());
        open("/sent");
        assertThat(browser.driver.findElements(By.cssSelector("td.sent-alert [dir]")))
                .extracting(WebElement::getText)
                .containsExactlyInAnyOrder("Killed: 9 in Ostrel, say police", "Killed: 7 in Ostrel, say police");
    }

    @Test
    void tellsWhatChangedInAShift() {
        var e = Invented.evidence("coastwire", "x", "https://coastwire.example/l", "Nine people died.", "Nine");
        var old = news.alert("l", Priority.NORMAL, "Killed: 9 in Ostrel", "police", e, Duration.ofHours(3));
        news.put(old);
        news.put(Invented.next(
                news.alert("m", Priority.URGENT, "Missing: 4 at Kolva", "owner", e, Duration.ofHours(2)),
                Alert.State.WITHDRAWN,
                Alert.Reason.WITHDRAWN,
                Optional.empty(),
                e,
                now.minusSeconds(60)));
        open("/shift?since=" + now.minusSeconds(3_600));
        assertThat(text("main"))
                .contains("Taken back · 1", "Missing: 4 at Kolva")
                .doesNotContain("Ostrel");
        browser.driver.findElement(By.linkText("4 h")).click();
        await().until(() -> text("main").contains("New · 1"));
        assertThat(text("main")).contains("Killed: 9 in Ostrel", "Not acknowledged");
    }

    @Test
    void makesARuleWithTheKeysAloneAndSwitchesIt() {
        open("/rules");
        browser.driver.findElement(By.id("rule-text")).sendKeys(""); // as a reader would tab there
        active().sendKeys("name: x");
        await().until(() -> text("#trial").contains("id: is missing"));
        active().sendKeys(Keys.chord(Keys.CONTROL, "a"), "id: bus-watch");
        await().until(() -> text("#trial").contains("3 times in 7 d"));
        active().sendKeys(Keys.TAB, "after the flood", Keys.TAB, Keys.ENTER);
        await().until(() -> text("main").contains("version 1 by visitor"));
        assertThat(text(".rule")).contains("bus-watch", "Active", "fired 0 in 24 h", "after the flood");
        browser.driver.findElement(By.cssSelector("[data-state=dry-run]")).click();
        await().until(() -> text(".rule").contains("Dry run: decided, never told"));
        browser.driver.findElement(By.linkText("Edit")).click();
        await().until(() -> text("#edit").equals("Edit bus-watch"));
        open("/rules");
        browser.driver.findElement(By.cssSelector("[data-state=deleted]")).click();
        browser.driver.switchTo().alert().accept();
        await().until(() -> text("main").contains("No rule was made here yet"));
    }

    @Test
    void showsTheRulesOfTheConfigurationAndEditsOneHere() {
        open("/rules");
        assertThat(text("[data-region=configured]"))
                .contains(
                        "strike-watch",
                        "Strikes at the docks",
                        "urgent",
                        "told to console",
                        "ask Vera",
                        "fired 0 in 24 h")
                .contains("Quarantined: spent 120,000 steps on one item")
                .contains("Dry run: decided, never told");
        assertThat(text("[data-region=desks]"))
                .contains("awake at all hours", "quiet 23:00\u201306:30, Fri, Sat; flash rings all the same")
                .contains("Europe/Paris", "Quiet now, ends in 1 h", "12 notices an hour", "digest at 07:00");
        browser.driver
                .findElement(By.cssSelector("[data-key='configured:strike-watch'] .deeds a"))
                .click();
        await().until(() -> text("#edit").equals("Edit strike-watch"));
        assertThat(browser.run("return document.getElementById('rule-text').value"))
                .isEqualTo("id: strike-watch\nquery: strike AND dock\n");
        browser.run("document.getElementById('rule-text').value = 'id: strike-watch'");
        browser.driver.findElement(By.cssSelector("#rule-form button.main")).click();
        await().until(() -> text("[data-region=configured]").contains("Replaced by the one made here"));
        assertThat(text("[data-region=made]")).contains("strike-watch", "version 1 by visitor");
    }

    @Test
    void endsAndProlongsSilences() {
        board.silence(Source.SILENCES.at(0, 1), "s1", Optional.of(silence()));
        open("/rules");
        assertThat(text(".silences")).contains("rule toll-watch", "exercise", "olek");
        browser.driver.findElement(By.cssSelector("[data-change=P1D]")).click();
        await().until(() -> board.silences().size() == 1
                && board.silences().getFirst().until().equals(silence().until().plusSeconds(86_400)));
        await().until(() ->
                text(".silences").contains("in 1 d") || text(".silences").contains("in 25 h"));
        browser.driver.findElement(By.cssSelector("[data-change=end]")).click();
        await().until(() -> text("main").contains("Nothing is silenced"));
    }

    private Silence silence() {
        return new Silence(
                "s1",
                "main",
                List.of("toll-watch"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "olek",
                "exercise",
                now.truncatedTo(ChronoUnit.SECONDS),
                now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(7_200),
                Map.of());
    }

    @Test
    void searchesTheArchiveWithTheKeysAlone() {
        archive.put(Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", now));
        archive.put(Shelf.item("2", "bulletin-sud", "fr", "Ferry: un bilan", now.minusSeconds(7_200)));
        open("/archive");
        assertThat(text("main")).contains("still being read");
        archive.filled();
        browser.driver.findElement(By.tagName("body")).sendKeys("/");
        active().sendKeys("ferry", Keys.ENTER);
        await().until(() -> text("main").contains("2 items, newest first."));
        browser.driver.findElement(By.linkText("French")).sendKeys(Keys.ENTER);
        await().until(() -> text("main").contains("1 item, newest first."));
        assertThat(browser.driver.getCurrentUrl()).endsWith("/archive?q=ferry&language=fr");
        browser.driver.findElement(By.tagName("body")).sendKeys("j");
        assertThat(active().getText()).contains("Ferry: un bilan");
        browser.driver.findElement(By.linkText("Ferry: un bilan")).sendKeys(Keys.ENTER);
        await().until(() -> text("main").contains("More is to come."));
        browser.driver.get("http://127.0.0.1:" + desk.port() + "/archive?q=nofield:x");
        assertThat(text("#q-wrong")).contains("nofield");
    }
}

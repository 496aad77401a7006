package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Shelf;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Action;
import org.wirebell.model.Priority;
import org.wirebell.model.StoredRule;

/** One walk through acknowledging, searching and making a rule, in which every step is a key: no click, no focus by script. */
class KeyboardTest {
    private static final int MOST_TABS = 150;

    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final Instant now = Instant.now();
    private final Board board = Desk.board(config);
    private final Invented news = new Invented(board, now, 1_000);
    private final Accounts accounts = new Accounts();
    private final MemoryPen pen = new MemoryPen(board, accounts);
    private final Archive archive = Archive.inMemory();
    private final Desk desk = SignedIn.open(config, board, accounts, pen, archive);
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(true);
        for (var place : List.of("Ostrel", "Kolva")) {
            var e = Invented.evidence(
                    "coastwire", place, "https://coastwire.example/" + place, "Nine people died.", "Nine");
            news.put(news.alert(place, Priority.URGENT, "Killed: 9 in " + place, "police", e, Duration.ofSeconds(9)));
        }
        archive.put(Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", now));
        archive.put(Shelf.item("2", "coastwire", "en", "Bridge closed at Kolva", now));
        archive.refresh();
        archive.filled();
        browser.driver.get("http://127.0.0.1:" + desk.port() + "/");
        live();
        browser.run("addEventListener('pointerdown', () => { document.title = 'a mouse'; }, true)");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        desk.close();
    }

    private void key(CharSequence... keys) {
        new Actions(browser.driver).sendKeys(keys).perform();
    }

    private String text(String css) {
        return (String) browser.run("return document.querySelector(arguments[0])?.innerText.trim() ?? ''", css);
    }

    private String focused() {
        return (String) browser.run("const e = document.activeElement; return e === document.body ? '' :"
                + " (e.id || e.name || '') + '|' + (e.innerText ?? '').trim()");
    }

    private boolean stands(String dialog) {
        return Boolean.TRUE.equals(browser.run("return document.querySelector(arguments[0]).open", dialog));
    }

    private void live() {
        await().until(() -> text("#live").equals("Live"));
    }

    /** Every stop on the way can be seen: it has an outline. */
    private void tabTo(String what) {
        for (int i = 0; i < MOST_TABS; i++) {
            key(Keys.TAB);
            if (!focused().isEmpty()) {
                assertThat(browser.run("const s = getComputedStyle(document.activeElement);"
                                + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0"))
                        .as("focus is seen on " + focused())
                        .isEqualTo(true);
            }
            if (focused().startsWith(what) || focused().endsWith("|" + what)) {
                return;
            }
        }
        throw new AssertionError("no way with Tab to " + what + ", last at " + focused());
    }

    private void go(String screen, String heading) {
        key(Keys.ESCAPE); // out of whatever is being typed
        tabTo(screen);
        key(Keys.ENTER);
        await().until(() -> text("h1").equals(heading));
        live();
    }

    @Test
    void acknowledgesSearchesAndMakesARule() {
        key(Keys.TAB);
        assertThat(focused()).isEqualTo("|Skip to content");
        key(Keys.ENTER);
        acknowledge();
        search();
        makeARule();
        assertThat(browser.driver.getTitle()).isNotEqualTo("a mouse");
    }

    private void acknowledge() {
        key("/");
        assertThat(focused()).startsWith("q|");
        key("kolva", Keys.ENTER);
        await().until(() ->
                text("#alerts").contains("Kolva") && !text("#alerts").contains("Ostrel"));
        live();
        key("j");
        assertThat(focused()).contains("Killed: 9 in Kolva");
        key("a");
        await().until(() -> text("#done").equals("Acknowledged"));
        key("h");
        assertThat(text("#deed-title")).startsWith("Hold");
        key("one source", Keys.ESCAPE);
        await().until(() -> !stands("#deed"));
        assertThat(focused()).as("back on the row").contains("Killed: 9 in Kolva");
        assertThat(pen.all("actions", Action.class))
                .extracting(Action::verb, Action::alert)
                .containsExactly(tuple(
                        Action.Verb.ACK,
                        board.alerts().stream()
                                .filter(t -> t.alert().title().contains("Kolva"))
                                .findFirst()
                                .orElseThrow()
                                .alert()
                                .id()));
        key("?");
        assertThat(stands("#keys")).isTrue();
        key(Keys.ESCAPE);
        await().until(() -> !stands("#keys"));
    }

    private void search() {
        go("Archive", "Archive");
        key("/", "ferry", Keys.ENTER);
        await().until(() -> text("main").contains("1 item, newest first."));
        live();
        key("j", Keys.TAB);
        assertThat(focused()).endsWith("|Ferry sinks off Port Adel");
        key(Keys.ENTER);
        await().until(() -> text("main").contains("More is to come."));
        live();
    }

    private void makeARule() {
        go("Rules", "Rules");
        tabTo("rule-text");
        key("name: x");
        await().until(() -> text("#trial").contains("id: is missing"));
        new Actions(browser.driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .perform();
        key("id: ferry-watch");
        await().until(() -> text("#trial").contains("3 times in 7 d"));
        key(Keys.TAB, "after the flood");
        tabTo("Keep it");
        key(Keys.ENTER);
        await().until(() -> text("[data-region=made]").contains("ferry-watch"));
        assertThat(pen.all("rules", StoredRule.class))
                .extracting(StoredRule::id, StoredRule::note)
                .containsExactly(tuple("ferry-watch", "after the flood"));
        live();
        tabTo("Pause");
        key(Keys.ENTER);
        await().until(() -> text("[data-region=made]").contains("Paused"));
    }
}

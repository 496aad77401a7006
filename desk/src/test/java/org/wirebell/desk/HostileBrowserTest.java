package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.wirebell.model.Priority;

/** Texts of feeds that want to be more than text, painted by the server and put in by the live stream; and the door. */
class HostileBrowserTest {
    private static final String SCRIPT = "<script>document.title='owned'</script>";
    private static final List<String> TEXTS = List.of(
            SCRIPT,
            "<img src=x onerror=\"document.title='owned'\">",
            "\"><svg/onload=document.title='owned'>",
            "' onmouseover='document.title=1' x='",
            "</title></article><iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
            "line\n\nevent: alert\ndata: {\"key\":\"owned\"}\r\n\r\nid: a0:9",
            "\u202eevil\u2067 4 dead",
            "{{constructor.constructor('document.title=1')()}}");
    private static final List<String> LINKS = List.of(
            "javascript:document.title='owned'",
            "JaVaScRiPt:document.title='owned'",
            "data:text/html,<script>1</script>",
            "https://coastwire.example/\"onclick=\"document.title='owned'");

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = new Browser(true);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void bad(Invented news, String prefix) {
        int n = 0;
        for (var text : TEXTS) {
            for (var link : LINKS) {
                var e = Invented.evidence(text, text, link, "Four died. " + text, "Four");
                news.put(news.alert(prefix + n++, Priority.URGENT, prefix + text, text, e, Duration.ofSeconds(n)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isShownAsText(boolean live) {
        var config = DeskConfig.defaults().at("127.0.0.1", 0);
        var board = Desk.board(config);
        var news = new Invented(board, Instant.now());
        if (!live) {
            bad(news, "painted");
        }
        try (var desk = Desk.start(config, board, new SimpleMeterRegistry(), InstantSource.system(), List.of())) {
            browser.driver.get("http://127.0.0.1:" + desk.port() + "/");
            await().until(() ->
                    browser.driver.findElement(By.id("live")).getText().equals("Live"));
            if (live) {
                bad(news, "told");
            }
            int all = TEXTS.size() * LINKS.size();
            await().until(() -> browser.driver
                            .findElements(By.cssSelector("#alerts > article"))
                            .size()
                    >= all);
            var page = String.valueOf(browser.run("return document.querySelector('#alerts').textContent"));
            assertThat(page).contains(SCRIPT, "onerror=").doesNotContain("\u202e", "\u2067");
            assertThat(browser.driver.getTitle()).doesNotContain("owned", "1");
            assertThat(count("#alerts script, #alerts iframe, #alerts img, #alerts svg[onload]"))
                    .isZero();
            assertThat(count("a[href^='javascript' i], a[href^='data' i]")).isZero();
            var handlers = browser.run("return [...document.querySelectorAll('*')].filter(e =>"
                    + " e.getAttributeNames().some(n => n.startsWith('on') || n === 'srcdoc')).length");
            assertThat(handlers).isEqualTo(0L);
            assertThat(count("#owned, [data-key='owned']")).isZero();
        }
    }

    private static long count(String css) {
        return (long) browser.run("return document.querySelectorAll(arguments[0]).length", css);
    }

    @Test
    void opensTheDoorForTheFirstOneAndForTheNext() throws Exception {
        try (var s = new SignedIn(SignedIn.signIn(folder), false)) {
            browser.driver.get("http://127.0.0.1:" + s.desk.port() + "/");
            assertThat(browser.driver.getCurrentUrl()).endsWith("/sign-in");
            var token = Files.readString(folder.resolve("admin-token")).strip();
            fill("token", token);
            fill("name", "nina");
            fill("password", "short");
            browser.driver.findElement(By.cssSelector("button")).click();
            await().until(() ->
                    browser.driver.findElement(By.id("sign-in-wrong")).getText().contains("10 to 200"));
            fill("password", "a long password");
            browser.driver.findElement(By.cssSelector("button")).click();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> browser.driver.findElements(By.id("alerts")).size() == 1);
            assertThat(browser.run("return document.cookie"))
                    .as("not for scripts")
                    .isEqualTo("");
            assertThat(browser.driver.findElement(By.cssSelector(".foot")).isDisplayed())
                    .isFalse();
        }
    }

    private static void fill(String name, String text) {
        var field = browser.driver.findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }
}

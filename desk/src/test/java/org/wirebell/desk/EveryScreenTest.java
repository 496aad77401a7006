package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Shelf;

/** What holds for every screen: how much it loads, that it fits a phone, and that axe-core finds no serious fault. */
class EveryScreenTest {
    private static final String AXE = axe();
    private static final int MOST = 150_000;
    private static final Pattern ASSETS = Pattern.compile("[\"'](?:/assets/|\\./)([a-z-]+\\.(?:js|css|svg))[\"']");
    private static Desk desk;
    private static Browser browser;

    /** Of Deque's own jar. */
    private static String axe() {
        try (var in = EveryScreenTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void begin() {
        var config = DeskConfig.defaults().at("127.0.0.1", 0);
        var board = Desk.board(config);
        var now = Instant.now();
        Preview.fill(board, now);
        var accounts = new Accounts();
        var archive = Archive.inMemory();
        archive.put(Shelf.item("1", "coastwire", "en", "Ferry sinks off Port Adel", now));
        archive.filled();
        var pen = new MemoryPen(board, accounts);
        board.rule(
                org.wirebell.desk.board.Source.RULES.at(0, 1),
                SignedIn.RULE.id(),
                java.util.Optional.of(SignedIn.RULE));
        desk = SignedIn.open(config, board, accounts, pen, archive);
        browser = new Browser(true);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
        desk.close();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + desk.port() + path;
    }

    private static byte[] get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address(path))).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }

    /** The page and, from it, everything that it names, once. */
    @Test
    void loadsLittleAtFirst() throws IOException {
        var seen = new HashSet<String>();
        assertThat(weight("/", seen)).isLessThan(MOST);
        assertThat(seen).contains("/assets/desk.js", "/assets/deeds.js", "/assets/desk.css", "/assets/bell.svg");
    }

    private static int weight(String path, Set<String> seen) throws IOException {
        if (!seen.add(path)) {
            return 0;
        }
        var bytes = get(path);
        int sum = compressed(bytes);
        var names = ASSETS.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (names.find()) {
            sum += weight("/assets/" + names.group(1), seen);
        }
        return sum;
    }

    private static void open(String path) {
        browser.reset();
        browser.driver.get(address(path));
        await().until(() -> browser.driver.findElement(By.id("live")).getText().equals("Live"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shift", "/sent", "/rules", "/archive"})
    void fitsAPhone(String path) {
        open(path);
        browser.size(320, 700);
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= 320"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/shift",
                "/stories",
                "/figures",
                "/rules",
                "/archive",
                "/archive?q=x:y",
                "/sent",
                "/sources"
            })
    void hasNoSeriousFaultForAxe(String path) {
        open(path);
        for (var dark : List.of(false, true)) {
            browser.dark(dark);
            browser.run(AXE);
            var faults = browser.driver.executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    axe.run(document).then((r) => done(r.violations
                      .filter((v) => ['serious', 'critical'].includes(v.impact))
                      .flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160)))), (e) => done([String(e)]));
                    """);
            assertThat((List<?>) faults).isEmpty();
        }
    }
}

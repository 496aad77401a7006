package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPageTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            <html><title>Just a moment...</title><body>Checking</body></html>                       | a web page with a bot check
            <html><body><div class="g-recaptcha"></div></body></html>                               | a web page with a bot check
            <html><form><input name=p type="password"></form></html>                                | a web page to sign in at
            <html><title>Harbour Post: Log in</title></html>                                        | a web page to sign in at
            <html><title>Harbour Post</title><p>The ferry sails again. Bloggers love it.</p></html> | a web page
            """)
    void saysWhatKindOfPage(String html, String kind) {
        assertThat(WebPage.kind(html)).isEqualTo(kind);
    }
}

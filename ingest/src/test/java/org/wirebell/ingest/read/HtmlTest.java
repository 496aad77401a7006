package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # markup                                               | paragraphs, separated by ¶
        plain words                                            | plain words
        <p>one</p><p>two</p>                                   | one¶two
        <p>one<br>still one<br><br>two</p>                     | one still one¶two
        <div>one<div>two</div>three</div>                      | one¶two¶three
        <ul><li>a<li>b</ul>                                    | a¶b
        <table><tr><td>a<td>b<tr><td>c</table>                 | a b¶c
        <b>bo</b>ld                                            | bold
        a<script>alert(1)</script>b<style>p{}</style>          | ab
        a &amp; b &eacute; &#8220;c&#8221;                     | a & b é “c”
        a<iframe src="x"/> b                                   | a b
        a<object data="x"><b>b</b>                             | ab
        a<iframe src="x">no frames here</iframe> b             | a b
        <![CDATA[<p>a</p>]]>                                   | a
        3 < 4 and 5 > 4                                        | 3 < 4 and 5 > 4
        a<b                                                    | a<b
        <!-- hidden -->shown                                   | shown
        <p>unclosed <a href="x                                 | unclosed
        """)
    void becomesText(String html, String expected) {
        assertThat(Html.text(html).replace("\n\n", "¶")).isEqualTo(expected);
    }
}

package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SniffTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # begins with                                                     | format
        <rss version="2.0">                                               | RSS
        <?xml version="1.0"?><!-- <feed> --><rss>                         | RSS
        <!DOCTYPE rss [<!ENTITY a "<feed>">]><rss>                        | RSS
        <br /><b>Warning</b>: cannot connect <rss version="2.0">          | RSS
        <feed xmlns="http://www.w3.org/2005/Atom">                        | ATOM
        <a:feed xmlns:a="http://www.w3.org/2005/Atom">                    | ATOM
        <entry>                                                           | ATOM
        <rdf:RDF xmlns="http://purl.org/rss/1.0/">                        | RDF
        <channel xmlns="http://purl.org/net/rss1.1#">                     | RDF
        <newsMessage><itemSet><newsItem>                                  | NEWSML_G2
        <NewsML Version="1.2">                                            | NEWSML_1
        <NewsItem><Identification><NewsIdentifier>                        | NEWSML_1
        <nitf>                                                            | NITF
        {"version": "https://jsonfeed.org/version/1"}                     | NINJS
        <!DOCTYPE html><html>                                             | HTML
        <html><body><rss version="2.0"><channel><item>                    | RSS
        <html><body><pre><feed xmlns="http://www.w3.org/2005/Atom"><entry> | ATOM
        <html><body><p>feed us, rss version 2</p><items>                  | HTML
        <HTML><BODY>                                                      | HTML
        <urlset><url/></urlset>                                           | UNKNOWN
        plain words                                                       | UNKNOWN
        """)
    void tells(String start, Format expected) {
        assertThat(Sniff.format(start)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        ~W0870^_world~~r i                                      | ANPA
        $tid0041 3 i 42  tide 0041#Slug/#%Head                  | IPTC7901
        From: a@b.example#Subject: Ferry#Date: today##Text      | RFC822
        #  #Received: by x# for y#Subject: Ferry#Date: today##T | RFC822
        Note: this is#Also: no mail#Really: none##Text          | UNKNOWN
        """)
    void tellsOldWires(String start, Format expected) {
        var text = start.replace("~", "\u0016\u0001")
                .replace("^_", "\u001f")
                .replace('$', '\u0001')
                .replace('%', '\u0002');
        assertThat(Sniff.format(text.replace('#', '\n'))).isEqualTo(expected);
    }
}

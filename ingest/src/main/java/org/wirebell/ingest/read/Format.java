package org.wirebell.ingest.read;

/** The formats that a document can turn out to be, with the name each has outside. */
enum Format {
    RSS("rss"),
    ATOM("atom"),
    RDF("rdf"),
    JSON_FEED("json-feed"),
    NEWSML_G2("newsml-g2"),
    NEWSML_1("newsml-1.2"),
    NITF("nitf"),
    NINJS("ninjs"),
    IPTC7901("iptc7901"),
    ANPA("anpa"),
    RFC822("rfc822"),
    HTML("html"),
    UNKNOWN("unknown");

    final String label;

    Format(String label) {
        this.label = label;
    }
}

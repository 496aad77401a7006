package org.wirebell.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import org.jsoup.nodes.Document;
import org.wirebell.ingest.read.Html;
import org.wirebell.ingest.read.JsonTree;

/** The {@code articleBody} that a page declares in schema.org's vocabulary; often cut, so never to be trusted alone. */
final class JsonLd {
    /** A page has a handful of such scripts. */
    private static final int MOST = 50;

    private JsonLd() {}

    /** The longest body; empty when the page declares none. */
    static String body(Document page) {
        return page.select("script[type*=ld+json]").stream()
                .limit(MOST)
                .map(script -> script.data())
                .filter(json -> json.contains("articleBody"))
                .flatMap(json -> JsonTree.read(json, new ArrayList<>()).findValues("articleBody").stream())
                .filter(JsonNode::isTextual)
                .map(body -> Html.text(body.asText()))
                .max(Comparator.comparing(String::length))
                .orElse("");
    }
}

package org.wirebell.ingest.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.wirebell.ingest.read.Html;
import org.wirebell.ingest.read.JsonTree;

/**
 * What a page says of itself to machines: in Open Graph, in schema.org's vocabulary as JSON-LD, in its robots tag.
 *
 * @param title empty when it has none
 * @param body schema.org's {@code articleBody}; often cut, so never to be trusted alone; empty when it has none
 * @param paid not {@code isAccessibleForFree}
 * @param robots in lower case
 */
record Declared(String title, String body, boolean paid, List<String> robots) {
    /** A page has a handful of such scripts. */
    private static final int MOST = 50;

    /** To be asked before the scripts are taken out. */
    static Declared in(Document page) {
        var said = page.select("script[type*=ld+json]").stream()
                .limit(MOST)
                .map(script -> script.data())
                .filter(json -> json.contains("articleBody") || json.contains("isAccessibleForFree"))
                .map(json -> (JsonNode) JsonTree.read(json, new ArrayList<>()))
                .toList();
        return new Declared(title(page), body(said), paid(said), robots(page));
    }

    private static String title(Document page) {
        var openGraph = page.select("meta[property=og:title]").attr("content").strip();
        return openGraph.isEmpty() ? page.title().strip() : openGraph;
    }

    /** The longest; markup and entities are taken out, since some write them there too. */
    private static String body(List<JsonNode> said) {
        return said.stream()
                .flatMap(root -> root.findValues("articleBody").stream())
                .filter(JsonNode::isTextual)
                .map(body -> Html.text(body.asText()))
                .max(Comparator.comparing(String::length))
                .orElse("");
    }

    private static boolean paid(List<JsonNode> said) {
        return said.stream()
                .flatMap(root -> root.findValues("isAccessibleForFree").stream())
                .anyMatch(free -> free.asText().equalsIgnoreCase("false"));
    }

    private static List<String> robots(Document page) {
        return page.select("meta[name=robots]").eachAttr("content").stream()
                .flatMap(content ->
                        Arrays.stream(content.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}

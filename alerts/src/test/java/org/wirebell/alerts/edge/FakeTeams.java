package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workflow of Teams that takes a webhook: learn.microsoft.com, Adaptive Cards for Teams. */
final class FakeTeams extends FakeService {
    final List<String> cards = new ArrayList<>();

    @Override
    synchronized Answer answer(Asked asked) {
        mustHold(asked.body().length <= 28 * 1_024, asked.body().length + " bytes");
        mustHold(asked.query().contains("sig="), "the signature of the address is missing");
        var json = asked.json();
        mustHold(json.get("type").equals("message"), "no message");
        var card = in(json, "attachments", 0);
        mustHold(in(card, "contentType").equals("application/vnd.microsoft.card.adaptive"), "no card");
        mustHold(in(card, "content", "type").equals("AdaptiveCard"), "no card");
        var body = (List<?>) in(card, "content", "body");
        var text = new StringBuilder();
        for (var block : body) {
            // A TextBlock or FactSet would read foreign text as markdown.
            mustHold(in(block, "type").equals("RichTextBlock"), "a block that reads markdown");
            for (var run : (List<?>) in(block, "inlines")) {
                mustHold(in(run, "type").equals("TextRun"), "not a run of text");
                mustHold(!in(run, "text").toString().contains("{{"), "a date function");
                text.append(in(run, "text"));
            }
            text.append('\n');
        }
        mustHold(!((Map<?, ?>) in(card, "content")).containsKey("msteams"), "somebody is mentioned");
        cards.add(text.toString());
        mustHold(new String(asked.body(), StandardCharsets.UTF_8).indexOf('\uFFFD') < 0, "a broken character");
        return new Answer(202, "");
    }
}

package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

/** The one dialog that asks what a deed needs: to whom, why, for how long, how much of it. {@code deeds.js} fills it. */
final class Deed {
    private static final String[][] LENGTHS = {
        {"PT30M", "30 minutes"}, {"PT2H", "2 hours"}, {"PT8H", "8 hours"}, {"P1D", "1 day"}, {"P7D", "7 days"},
    };

    private Deed() {}

    static Node dialog() {
        var lengths = el("select").with("name", "for");
        for (var length : LENGTHS) {
            lengths = lengths.add(
                    el("option", length[1]).with("value", length[0]).withIf(length[0].equals("PT2H"), "selected", ""));
        }
        var form = el(
                        "form",
                        field("to", "To whom", el("input").with("name", "to").with("autocomplete", "off")),
                        field("scope", "What", el("select").with("name", "scope")),
                        field("for", "For", lengths),
                        field(
                                "note",
                                "Why, for colleagues",
                                el("textarea").with("name", "note").with("rows", "3")),
                        el("p.detail").with("id", "deed-preview").with("role", "status"),
                        el("p.wrong").with("id", "deed-wrong").with("role", "alert"),
                        el(
                                "p.buttons",
                                el("button.main", "Do it").with("type", "submit"),
                                el("button", "Cancel").with("type", "button").with("id", "deed-cancel")))
                .with("method", "dialog");
        return el(
                        "dialog",
                        el("h2", "Deed").with("id", "deed-title"),
                        el("p.detail").with("id", "deed-about").with("dir", "auto"),
                        form)
                .with("id", "deed")
                .with("aria-labelledby", "deed-title");
    }

    static Node field(String name, String label, Node.Element input) {
        return el("label", el("span", text(label)), input).with("data-field", name);
    }
}

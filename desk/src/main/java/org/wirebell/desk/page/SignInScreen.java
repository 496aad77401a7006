package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;

import java.util.List;
import java.util.Optional;

/** Where people sign in; the first one ever shows the one-time token. Needs its script: no form of another site can send what it sends. */
public final class SignInScreen {
    private SignInScreen() {}

    /**
     * @param provider name of one that signs people in too, and where that begins
     * @param complaint what went wrong before; empty for nothing
     */
    public static Node page(boolean first, Optional<Provider> provider, String complaint, Look look) {
        var head = el(
                "head",
                el("meta").with("charset", "utf-8"),
                el("title", "Sign in \u00b7 " + look.title()),
                el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                el("meta").with("name", "color-scheme").with("content", "light dark"),
                el("link").with("rel", "icon").with("href", "/assets/bell.svg").with("type", "image/svg+xml"),
                el("link").with("rel", "stylesheet").with("href", "/assets/desk.css"),
                el("script").with("src", "/assets/theme.js"),
                el("script").with("type", "module").with("src", "/assets/sign-in.js"));
        var form =
                el("form.sign-in").with("id", "sign-in").with("method", "post").withIf(first, "data-first", "yes");
        if (first) {
            form = form.add(
                    el("p", "Nobody can sign in yet. The one-time token stands in the desk's log and in its folder."),
                    field("token", "One-time token", "password", "off"));
        }
        form = form.add(
                field("name", "Name", "text", "username"),
                field(
                        "password",
                        first ? "Password, at least 10 letters" : "Password",
                        "password",
                        first ? "new-password" : "current-password"),
                el("p.wrong", complaint).with("id", "sign-in-wrong").with("role", "alert"),
                el("button", first ? "Begin" : "Sign in").with("type", "submit"),
                el("noscript", el("p", "Signing in needs JavaScript.")));
        var sheet = el("section.sheet", el("h1", look.title()));
        if (provider.isPresent() && !first) {
            var begin = el("a", "Sign in with " + provider.get().name())
                    .with("href", provider.get().address());
            sheet = sheet.add(el("p.provider", begin));
        }
        var main = el("main", List.of(sheet.add(form))).with("id", "main");
        return el("html", head, el("body.door", main)).with("lang", "en");
    }

    /** Somebody else who signs people in. */
    public record Provider(String name, String address) {}

    private static Node field(String name, String label, String type, String completes) {
        return el(
                "label",
                el("span", label),
                el("input")
                        .with("name", name)
                        .with("type", type)
                        .with("autocomplete", completes)
                        .with("required", ""));
    }
}

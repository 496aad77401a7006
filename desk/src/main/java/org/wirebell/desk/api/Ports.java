package org.wirebell.desk.api;

import java.util.List;

/**
 * What the desk asks of other rooms, which it never sees; the app brings them together. A question about something that is wrong
 * is answered with an {@link IllegalArgumentException} that says what.
 */
public record Ports(RuleChecker checker, RuleTrial trial, Drill drill, Outline outline, Standing standing) {

    /** Whether a text is a rule. */
    public interface RuleChecker {
        /** Throws {@link IllegalArgumentException} with all that is wrong. */
        Checked check(String text);

        /** What a rule says of itself. */
        record Checked(String id, String name, String desk) {}
    }

    /** What a rule would have told of what was recorded. */
    public interface RuleTrial {
        /** Something that the JSON mapper can write. */
        Object run(String text) throws InterruptedException;
    }

    /** A fire drill on a real receiver. */
    public interface Drill {
        List<String> receivers();

        Outcome send(String receiver) throws InterruptedException;

        record Outcome(boolean sent, String said) {}
    }

    /** The configured sources as a list that feed readers take. */
    public interface Outline {
        String opml();
    }

    /** For a desk that stands alone: every question is answered with "not here". */
    public static Ports none() {
        return new Ports(
                text -> {
                    throw new UnsupportedOperationException("rules are not checked here");
                },
                text -> {
                    throw new UnsupportedOperationException("rules are not tried here");
                },
                new Drill() {
                    @Override
                    public List<String> receivers() {
                        return List.of();
                    }

                    @Override
                    public Outcome send(String receiver) {
                        throw new IllegalArgumentException("no receiver " + receiver);
                    }
                },
                () -> {
                    throw new UnsupportedOperationException("sources are not listed here");
                },
                Standing.none());
    }
}

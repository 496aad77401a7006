package org.wirebell.alerts.decide;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.RuleVersion;

/** The answer of one rule to one happening, with what is to be remembered. */
public sealed interface Decision {
    Standing standing();

    /** The same, made by a rule that stands like this now. */
    Decision by(RuleVersion version);

    /** The alert as it is shown from now on, when it changed. */
    Optional<Alert> shown();

    /** What is to be sent. */
    List<Notice> notices();

    /** A new revision, told to people. */
    record Speak(Standing standing, Alert alert, List<Notice> notices) implements Decision {
        public Speak {
            notices = List.copyOf(notices);
        }

        @Override
        public Optional<Alert> shown() {
            return Optional.of(alert);
        }

        @Override
        public Speak by(RuleVersion version) {
            var said = alert.by(version);
            return new Speak(
                    standing.with(said),
                    said,
                    notices.stream()
                            .map(notice -> Notices.again(notice, said, notice.kind(), notice.planned()))
                            .toList());
        }
    }

    /**
     * Nobody is told.
     *
     * @param unsaid what would have been told, where it is worth showing that it was not
     * @param saw each condition of the rule with what it saw
     */
    record Silent(Standing standing, Optional<Alert> shown, Optional<Alert> unsaid, Why why, List<String> saw)
            implements Decision {
        public Silent {
            saw = List.copyOf(saw);
        }

        Silent(Standing standing, Optional<Alert> shown, Why why, List<String> saw) {
            this(standing, shown, Optional.empty(), why, saw);
        }

        @Override
        public List<Notice> notices() {
            return List.of();
        }

        @Override
        public Silent by(RuleVersion version) {
            var edited = shown.map(alert -> alert.by(version));
            return new Silent(
                    edited.map(standing::with).orElse(standing),
                    edited,
                    unsaid.map(alert -> alert.by(version)),
                    why,
                    saw);
        }
    }

    /** Why nobody is told; a metric tag. */
    enum Why {
        /** The rule does not ask for this. */
        NOT_ASKED,
        /** Too small a change; the alert is edited in place. */
        MINOR,
        /** The same was handled before, or a newer version was. */
        DUPLICATE,
        /** From the first poll of a source: fills state. */
        COLD_START,
        /** Older than the rule's max-age when it reached us. */
        STALE,
        /** The item is taken back or waits for its provider, or the figure waits for a person. */
        WITHHELD,
        /** No sentence to show for it. */
        NO_EVIDENCE,
        /** Its number went up and down too often; a person has to look. */
        WHIPLASH
    }
}

package org.wirebell.ingest.websub;

import java.time.Duration;
import java.util.Optional;

/**
 * What a hub asks at the callback before it believes a request, or says that it will not deliver (W3C WebSub 5.2, 5.3).
 *
 * @param lease for which the hub will deliver, as it writes it
 */
public record Verification(String mode, String topic, String challenge, String lease, String reason) {
    private static final int LONGEST_CHALLENGE = 2_048;
    private static final int LONGEST_REASON = 200;

    /** What to answer. */
    public sealed interface Answer {
        /** The challenge, back; and, of a subscription, how long it holds. */
        record Confirm(String challenge, Mode mode, Optional<Duration> lease) implements Answer {}

        /** "Understood." */
        record Denied(String reason) implements Answer {}

        /** "Not found": we do not want that. */
        record Disown() implements Answer {}
    }

    /** @param pending what was asked of the hub and not yet confirmed, for that topic */
    public Answer answer(Optional<Mode> pending, String ours) {
        if (!topic.equals(ours)) {
            return new Answer.Disown();
        }
        if (mode.equals("denied")) {
            return new Answer.Denied(reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        }
        var good = !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
        return pending.filter(asked -> good && asked.word().equals(mode))
                .<Answer>map(asked -> new Answer.Confirm(challenge, asked, seconds()))
                .orElseGet(Answer.Disown::new);
    }

    private Optional<Duration> seconds() {
        return lease.matches("\\d{1,10}") && !lease.matches("0+")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(lease)))
                : Optional.empty();
    }
}

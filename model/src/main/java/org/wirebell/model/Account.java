package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody, or a program, that may do something. The secret itself is never here.
 *
 * @param id {@code user/NAME} or {@code token/ID}; the key in the topic
 * @param name who signs in, or whom the token stands for in what is written down
 * @param verifier what a secret is checked against: for a user {@code pbkdf2-sha256$ITERATIONS$SALT$HASH} (Base64), for a token its
 *     SHA-256 in hexadecimal
 * @param expires when it stops to count; never when absent
 * @param used when it was last used, to within some minutes
 * @param off barred, and kept so that its name is not given to somebody else
 */
public record Account(
        String id,
        Kind kind,
        String name,
        List<Grant> grants,
        String verifier,
        String by,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> used,
        boolean off,
        Map<String, Object> more) {
    public Account {
        grants = List.copyOf(grants);
        more = Map.copyOf(more);
        if (!id.startsWith(kind.prefix()) || id.equals(kind.prefix()) || name.isBlank()) {
            throw new IllegalArgumentException("an account is called " + kind.prefix() + "…, and has a name");
        }
    }

    public boolean counts(Instant now) {
        return !off && expires.map(now::isBefore).orElse(true);
    }

    /** The same, used at this moment. */
    public Account used(Instant at) {
        return new Account(id, kind, name, grants, verifier, by, created, expires, Optional.of(at), off, more);
    }

    public enum Kind {
        USER,
        TOKEN;

        public String prefix() {
            return this == USER ? "user/" : "token/";
        }
    }

    /** What may be done; each may do what those before it may. */
    public enum Role {
        /** Looks. */
        VIEWER,
        /** Rules, silences, acknowledgements, what is held. */
        EDITOR,
        /** Receivers, users, tokens. */
        OPERATOR
    }

    /**
     * A role at a desk.
     *
     * @param desk empty for every desk
     */
    public record Grant(Role role, String desk) {
        public boolean covers(Role asked, String where) {
            return role.compareTo(asked) >= 0 && (desk.isEmpty() || desk.equals(where));
        }
    }
}

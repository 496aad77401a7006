package org.wirebell.desk.oidc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirebell.desk.access.Oidc;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Grant;

/** From claims to somebody who may do something here. */
final class Guests {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}");

    private final Oidc config;

    Guests(Oidc config) {
        this.config = config;
    }

    /** The name under which somebody stands in the audit; empty where the claims have none that can stand there. */
    Optional<String> name(Map<String, Object> claims) {
        return Optional.ofNullable(claims.get(config.nameClaim().orElse("preferred_username")))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> NAME.matcher(name).matches());
    }

    /** What the configuration gives to who has these claims; empty for who has no business here. */
    List<Grant> grants(Map<String, Object> claims) {
        var values = values(claim(claims, config.rolesClaim().orElse("groups"))).toList();
        return config.roles().stream()
                .filter(given -> values.contains(given.value()))
                .map(given -> new Grant(given.role(), given.desk().orElse("")))
                .distinct()
                .toList();
    }

    /** The account of a session; it stands in no topic. */
    Account account(String name, List<Grant> grants, Instant now) {
        var none = Optional.<Instant>empty();
        var by = config.issuer().toString();
        return new Account("user/" + name, Account.Kind.USER, name, grants, "", by, now, none, none, false, Map.of());
    }

    private static Optional<Object> claim(Map<?, ?> claims, String name) {
        var whole = Optional.<Object>ofNullable(claims.get(name));
        int dot = name.indexOf('.');
        if (whole.isPresent() || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, name.substring(dot + 1))
                : Optional.empty();
    }

    private static Stream<String> values(Optional<Object> claim) {
        return claim.stream()
                .flatMap(c -> c instanceof Collection<?> many ? many.stream() : Stream.of(c))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}

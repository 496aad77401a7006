package org.wirebell.desk.access;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Account;

/**
 * A provider that signs people in (OpenID Connect, code flow with PKCE), and what they may.
 *
 * @param issuer as its discovery document names itself; https but on loopback
 * @param clientId what the provider knows this desk by
 * @param clientSecretEnv environment variable with the secret of the client; a client without one is a public one
 * @param clientSecretFile file with it
 * @param title on the button; the host of the issuer when absent
 * @param scopes asked for beside {@code openid}; {@code profile} when empty
 * @param nameClaim names the person here and in the audit, {@code preferred_username} when absent; people must not be able to choose it freely
 * @param rolesClaim lists what {@code roles} speaks of, {@code groups} when absent; dots lead into objects
 * @param roles who is in one of these may this; who is in none is not let in
 */
public record Oidc(
        URI issuer,
        String clientId,
        Optional<String> clientSecretEnv,
        Optional<Path> clientSecretFile,
        Optional<String> title,
        List<String> scopes,
        Optional<String> nameClaim,
        Optional<String> rolesClaim,
        List<Given> roles) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What a value of the claim gives.
     *
     * @param desk every desk when absent
     */
    public record Given(String value, Account.Role role, Optional<String> desk) {}

    public Oidc {
        scopes = List.copyOf(scopes);
        roles = List.copyOf(roles);
        var host = Optional.ofNullable(issuer.getHost()).orElse("");
        var safe = "https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()) && LOOPBACK.contains(host);
        if (host.isEmpty() || !safe) {
            throw new IllegalArgumentException("issuer must be an https address, was " + issuer);
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("client-id must not be empty");
        }
        if (clientSecretEnv.isPresent() && clientSecretFile.isPresent()) {
            throw new IllegalArgumentException("only one of client-secret-env and client-secret-file");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must say who may do what, or nobody would be let in");
        }
    }

    /** On the button. */
    public String named() {
        return title.orElse(issuer.getHost());
    }
}

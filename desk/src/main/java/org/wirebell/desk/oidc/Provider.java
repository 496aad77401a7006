package org.wirebell.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebell.desk.access.Oidc;

/** The provider as it describes itself. Asked when somebody wants in, so that the desk starts without it. */
final class Provider {
    private static final int PATIENCE = 5_000; // milliseconds, for each of its answers
    private static final int SERVER_ERROR = 500;
    private static final int MOST_KEYS = 1 << 20; // bytes
    private static final Duration KNOWN = Duration.ofHours(1);
    /** Those with a public key. A secret that both share proves nothing, and "none" less. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** What it says of itself, and the checks that follow from it. */
    private record Described(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant at) {}

    private final Oidc config;
    private final Optional<Secret> secret;
    private final InstantSource clock;
    private Optional<Described> known = Optional.empty();

    Provider(Oidc config, Optional<String> secret, InstantSource clock) {
        this.config = config;
        this.secret = secret.map(Secret::new);
        this.clock = clock;
    }

    /** Where the browser is to go; throws where the provider does not say. */
    URI door(String state, Journeys.Journey journey) throws IOException {
        var scope = new Scope("openid");
        (config.scopes().isEmpty() ? Set.of("profile") : config.scopes()).forEach(scope::add);
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        scope,
                        new ClientID(config.clientId()),
                        journey.back())
                .endpointURI(described().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(journey.nonce())
                .codeChallenge(journey.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Who it is that came back with this code. */
    Answer who(String code, Journeys.Journey journey) {
        try {
            var described = described();
            var token = token(code, journey, described.metadata());
            var claims = described.tokens().validate(token, journey.nonce());
            return isForUs(claims)
                    ? new Answer.Somebody(claims.toJWTClaimsSet().getClaims())
                    : new Answer.Refused("the token was given to " + claims.getAuthorizedParty());
        } catch (Denied | BadJOSEException | ParseException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | JOSEException e) {
            return new Answer.Away(String.valueOf(e.getMessage()));
        }
    }

    /** One that is for several was asked for by one of them (OpenID Connect Core, 3.1.3.7, 4 and 5). */
    private boolean isForUs(IDTokenClaimsSet claims) {
        var asked = claims.getAuthorizedParty();
        return asked == null
                ? claims.getAudience().size() == 1
                : asked.getValue().equals(config.clientId());
    }

    /** The provider says no. */
    private static final class Denied extends Exception {
        private static final long serialVersionUID = 1;

        Denied(String why) {
            super(why);
        }
    }

    private JWT token(String code, Journeys.Journey journey, OIDCProviderMetadata metadata) throws IOException, Denied {
        var id = new ClientID(config.clientId());
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), journey.back(), journey.verifier());
        var request = secret.map(s ->
                        new TokenRequest.Builder(metadata.getTokenEndpointURI(), new ClientSecretBasic(id, s), grant))
                .orElseGet(() -> new TokenRequest.Builder(metadata.getTokenEndpointURI(), id, grant))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE);
        request.setReadTimeout(PATIENCE);
        request.setFollowRedirects(false);
        try {
            var came = request.send();
            if (came.getStatusCode() >= SERVER_ERROR) {
                throw new IOException("the token endpoint answered " + came.getStatusCode());
            }
            var answer = OIDCTokenResponseParser.parse(came);
            if (answer instanceof OIDCTokenResponse good && good.getOIDCTokens().getIDToken() != null) {
                return good.getOIDCTokens().getIDToken();
            }
            throw new Denied("the provider takes no such code");
        } catch (ParseException e) {
            throw new IOException("no answer of a token endpoint: " + e.getMessage(), e);
        }
    }

    private synchronized Described described() throws IOException {
        var now = clock.instant();
        var last = known.filter(d -> now.isBefore(d.at().plus(KNOWN)));
        if (last.isPresent()) {
            return last.get();
        }
        try {
            var issuer = new Issuer(config.issuer());
            var metadata = OIDCProviderMetadata.resolve(issuer, PATIENCE, PATIENCE);
            var found = new Described(metadata, validator(issuer, metadata), now);
            known = Optional.of(found);
            return found;
        } catch (GeneralException | MalformedURLException e) {
            throw new IOException("no description of " + config.issuer() + ": " + e.getMessage(), e);
        }
    }

    private IDTokenValidator validator(Issuer issuer, OIDCProviderMetadata metadata)
            throws GeneralException, MalformedURLException {
        var offered = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).stream()
                .flatMap(all -> all.stream())
                .filter(SIGNATURES::contains)
                .collect(Collectors.toSet());
        if (offered.isEmpty()) {
            throw new GeneralException("it signs with no public key");
        }
        var retriever = new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_KEYS);
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), retriever)
                .build();
        return new IDTokenValidator(
                issuer, new ClientID(config.clientId()), new JWSVerificationKeySelector<>(offered, keys), null);
    }
}

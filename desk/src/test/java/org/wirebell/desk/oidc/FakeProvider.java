package org.wirebell.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.wirebell.model.Ids;
import org.wirebell.model.Json;

/**
 * A provider as the standards have it: it knows its clients by their secret and their address, gives a code once, and gives a token
 * only to who knows what the code was asked for with (PKCE). What it says may be made wrong.
 */
public final class FakeProvider implements AutoCloseable {
    public static final String CLIENT = "desk-client";
    public static final String SECRET = "s3cret of the desk & more";

    /** How a token is signed. */
    public enum Signed {
        WELL,
        BY_A_STRANGER,
        WITH_THE_SECRET,
        NOT_AT_ALL
    }

    private record Asked(String challenge, String nonce, String back) {}

    private static final RSAKey KEY = key("good");
    private static final RSAKey STRANGER = key("good"); // under the same name

    private final HttpServer server;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    public volatile UnaryOperator<JWTClaimsSet.Builder> changed = claims -> claims;
    public volatile Signed signed = Signed.WELL;
    public volatile boolean down;

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            switch (down ? "down" : http.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(http, 200, described());
                case "/keys" -> send(http, 200, new JWKSet(KEY.toPublicJWK()).toString());
                case "/authorize" -> authorize(http);
                case "/token" -> token(http);
                default -> send(http, 503, "not now");
            }
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> described() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "code_challenge_methods_supported", List.of("S256"),
                "id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    }

    /** The person has signed in here before, so the way leads back at once. */
    private void authorize(HttpExchange http) throws IOException {
        var asked = fields(http.getRequestURI().getRawQuery());
        var good = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("scope", "").contains("openid");
        if (!good) {
            send(http, 400, "no such request is known here");
            return;
        }
        var code = Ids.id("code", asked.get("state"));
        codes.put(code, new Asked(asked.get("code_challenge"), asked.get("nonce"), asked.get("redirect_uri")));
        http.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        http.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange http) throws IOException, JOSEException {
        var given = fields(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(given.getOrDefault("code", ""));
        if (!known(http.getRequestHeaders().getFirst("Authorization"))) {
            json(http, 401, Map.of("error", "invalid_client"));
        } else if (asked == null
                || !asked.back().equals(given.get("redirect_uri"))
                || !asked.challenge().equals(challenge(given.getOrDefault("code_verifier", "")))) {
            json(http, 400, Map.of("error", "invalid_grant"));
        } else {
            json(http, 200, Map.of("access_token", "a", "token_type", "Bearer", "id_token", idToken(asked.nonce())));
        }
    }

    /** Basic, with both halves encoded as forms are (RFC 6749, 2.3.1). */
    private static boolean known(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        var halves = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8)
                .split(":", 2);
        return CLIENT.equals(URLDecoder.decode(halves[0], StandardCharsets.UTF_8))
                && SECRET.equals(URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
    }

    private String idToken(String nonce) throws JOSEException {
        var now = Instant.now();
        var claims = changed.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject("u-17")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("preferred_username", "vera")
                        .claim("groups", List.of("newsroom", "wire-editors")))
                .build();
        return switch (signed) {
            case WELL -> signed(KEY, claims);
            case BY_A_STRANGER -> signed(STRANGER, claims);
            case WITH_THE_SECRET -> {
                var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                jwt.sign(new MACSigner(SECRET + SECRET));
                yield jwt.serialize();
            }
            case NOT_AT_ALL -> new PlainJWT(claims).serialize();
        };
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var field : form.split("&")) {
            var halves = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(halves[0], StandardCharsets.UTF_8),
                    halves.length == 1 ? "" : URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void json(HttpExchange http, int status, Object value) throws IOException {
        send(http, status, Json.whole(value));
    }

    private static void send(HttpExchange http, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

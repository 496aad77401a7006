package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.desk.access.Oidc;
import org.wirebell.desk.oidc.FakeProvider;
import org.wirebell.model.Account.Role;

/** Signing in through a provider: the good way, and every way in which what comes back may be wrong. */
class OidcTest {
    private static final List<Oidc.Given> ROLES = List.of(
            new Oidc.Given("wire-editors", Role.EDITOR, Optional.of("main")),
            new Oidc.Given("wire-chiefs", Role.OPERATOR, Optional.empty()));

    @TempDir
    Path folder;

    private final FakeProvider provider = new FakeProvider();
    private SignedIn desk;
    private HttpClient browser = browser();

    @BeforeEach
    void start() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), FakeProvider.SECRET + "\n");
        desk = new SignedIn(SignedIn.signIn(folder).with(config(provider.issuer(), Optional.of(secret))), true);
    }

    @AfterEach
    void stop() {
        desk.close();
        provider.close();
        browser.shutdownNow();
    }

    private static Oidc config(String issuer, Optional<Path> secret) {
        return new Oidc(
                URI.create(issuer),
                FakeProvider.CLIENT,
                Optional.empty(),
                secret,
                Optional.of("the house"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                ROLES);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + desk.desk.port() + path);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI next(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** As far as the address that the provider leads back to. */
    private URI returned() throws IOException, InterruptedException {
        return next(get(next(get(at("/sign-in/oidc")))));
    }

    private HttpResponse<String> signIn() throws IOException, InterruptedException {
        return get(returned());
    }

    private String me() throws IOException, InterruptedException {
        return get(at("/api/me")).body();
    }

    private void refused(HttpResponse<String> answer, int status, String said) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said, "Sign in with the house");
        assertThat(me()).doesNotContain("vera");
        assertThat(desk.pen.audited()).isEmpty();
    }

    @Test
    void letsInWhomTheProviderKnows() throws Exception {
        assertThat(get(at("/sign-in")).body()).contains("Sign in with the house", "/sign-in/oidc");
        var door = next(get(at("/sign-in/oidc")));
        assertThat(door.toString())
                .startsWith(provider.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code")
                .doesNotContain("s3cret");
        var in = get(next(get(door)));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location")).contains("/");
        assertThat(me()).contains("\"name\":\"vera\"", "\"role\":\"editor\"", "\"desk\":\"main\"", "\"session\"");
        assertThat(get(at("/")).statusCode()).isEqualTo(200);
        assertThat(desk.pen.audited()).containsExactly("vera signed.in user/vera");
        assertThat(get(at("/api/users")).statusCode()).as("an editor").isEqualTo(403);
    }

    @Test
    void theSessionEndsWhenTheNameIsBarredHere() throws Exception {
        signIn();
        assertThat(me()).contains("vera");
        desk.user("vera", Role.VIEWER, "");
        assertThat(me()).doesNotContain("vera");
        var again = signIn();
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("The name vera is taken or barred here");
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeProvider.Signed.class,
            names = {"BY_A_STRANGER", "WITH_THE_SECRET", "NOT_AT_ALL"})
    void refusesATokenThatTheProviderDidNotSign(FakeProvider.Signed signed) throws Exception {
        provider.signed = signed;
        refused(signIn(), 403, "does not hold");
    }

    private void refuses(UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
        provider.changed = claims;
        refused(signIn(), 403, "does not hold");
    }

    @Test
    void refusesAnotherNonce() throws Exception {
        refuses(claims -> claims.claim("nonce", "of somebody else"));
        refuses(claims -> claims.claim("nonce", null));
    }

    @Test
    void refusesATokenForAnotherProgram() throws Exception {
        refuses(claims -> claims.audience("another-client"));
        refuses(claims ->
                claims.audience(List.of(FakeProvider.CLIENT, "another")).claim("azp", "another"));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws Exception {
        refuses(claims -> claims.issuer("https://elsewhere.example"));
    }

    @Test
    void refusesATokenThatHasRunOut() throws Exception {
        refuses(claims -> claims.issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
                .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
        refuses(claims -> claims.expirationTime(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=c", "?code=c&state=", "?code=c&state=made-up", "", "?error=access_denied"})
    void refusesWhatDidNotBeginHere(String query) throws Exception {
        refused(get(at("/sign-in/oidc/back" + query)), 400, "did not begin here");
    }

    @Test
    void takesACodeOnce() throws Exception {
        var back = returned();
        assertThat(get(back).statusCode()).isEqualTo(302);
        get(at("/sign-in")); // still the same browser
        var again = get(back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("did not begin here");
        assertThat(desk.pen.audited()).containsExactly("vera signed.in user/vera");
    }

    @Test
    void refusesACodeThatTheProviderHasGivenAway() throws Exception {
        var first = returned();
        var stolen = first.getQuery().replaceFirst("&state=.*", "");
        var second = returned();
        get(first);
        browser.shutdownNow();
        browser = browser();
        var mine = returned().getQuery().replaceFirst(".*&state=", "");
        refusedAfterOther(get(at("/sign-in/oidc/back?" + stolen + "&state=" + mine)));
        assertThat(second.getQuery()).isNotEqualTo(first.getQuery());
    }

    private void refusedAfterOther(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(me()).doesNotContain("vera");
    }

    @Test
    void refusesTheJourneyOfAnotherBrowser() throws Exception {
        var back = returned();
        browser.shutdownNow();
        browser = browser();
        refused(get(back), 400, "did not begin here");
    }

    @Test
    void refusesAJourneyThatTookTooLong() throws Exception {
        var back = returned();
        desk.now = desk.now.plus(Duration.ofMinutes(11));
        refused(get(back), 400, "did not begin here");
    }

    @Test
    void refusesTheAnswerOfAnotherProvider() throws Exception {
        refused(get(URI.create(returned() + "&iss=https%3A%2F%2Felsewhere.example")), 403, "did not sign you in");
    }

    @Test
    void refusesWhoHasNoRoleOrNoUsableName() throws Exception {
        provider.changed = claims -> claims.claim("groups", List.of("newsroom"));
        refused(signIn(), 403, "no role at this desk");
        provider.changed = claims -> claims.claim("groups", null);
        refused(signIn(), 403, "no role at this desk");
        provider.changed = claims -> claims.claim("preferred_username", "a\u202eb\n<script>");
        refused(signIn(), 403, "no role at this desk");
        provider.changed = claims -> claims.claim("preferred_username", "chief"); // an operator of the desk
        refused(signIn(), 403, "The name chief is taken or barred here");
    }

    @Test
    void saysSoWhenTheProviderIsAway() throws Exception {
        var back = returned();
        provider.down = true;
        refused(get(back), 502, "the house does not answer");
        provider.down = false;
        signIn();
        assertThat(me()).contains("vera");
    }

    @Test
    void isNotToldWhereNothingIsConfigured() throws Exception {
        try (var plain = new SignedIn(folder)) {
            assertThat(plain.ask("GET", "/sign-in", "").body()).doesNotContain("Sign in with");
            assertThat(plain.ask("GET", "/sign-in/oidc", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asksForASafeConfiguration() {
        assertThatThrownBy(() -> config("http://idp.example", Optional.empty()))
                .hasMessage("issuer must be an https address, was http://idp.example");
        assertThatThrownBy(() -> new Oidc(
                        URI.create("https://idp.example"),
                        "c",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .hasMessageContaining("roles must say");
        assertThat(Map.of(
                        "named",
                        config("https://idp.example/x", Optional.empty()).named()))
                .containsEntry("named", "the house");
    }
}

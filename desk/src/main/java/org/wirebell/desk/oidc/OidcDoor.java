package org.wirebell.desk.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.access.Entrance;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Oidc;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.deeds.Deeds;

/** The way to the provider and back. A code is worth something only together with what was kept here when its journey began. */
public final class OidcDoor {
    /** Where a person begins. */
    public static final String BEGIN = "/sign-in/oidc";

    private static final String BACK = "/sign-in/oidc/back";
    private static final String COOKIE = "wirebell-oidc";
    private static final int SECONDS = 600;
    private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);

    private final Oidc config;
    private final Optional<URI> address;
    private final Entrance entrance;
    private final Deeds deeds;
    private final InstantSource clock;
    private final Failed failed;
    private final Provider provider;
    private final Guests guests;
    private final Journeys journeys = new Journeys();

    /** Shows where people sign in, with what went wrong. */
    public interface Failed {
        void show(Context ctx, String said);
    }

    /**
     * @param secret of the client, where it has one
     * @param address where readers find the desk; as they asked when absent
     */
    public OidcDoor(
            Oidc config,
            Optional<String> secret,
            Optional<URI> address,
            Entrance entrance,
            Deeds deeds,
            InstantSource clock,
            Failed failed) {
        this.config = config;
        this.address = address;
        this.entrance = entrance;
        this.deeds = deeds;
        this.clock = clock;
        this.failed = failed;
        provider = new Provider(config, secret, clock);
        guests = new Guests(config);
    }

    public void serve(RoutesConfig routes) {
        routes.get(BEGIN, this::begin, Need.ANYONE);
        routes.get(BACK, this::back, Need.ANYONE);
    }

    private void begin(Context ctx) {
        var state = Secrets.random(32);
        var browser = Secrets.random(32);
        var journey = new Journeys.Journey(
                new Nonce(32), new CodeVerifier(), here(ctx), Secrets.hash(browser), clock.instant());
        try {
            var door = provider.door(state, journey);
            journeys.begin(state, journey);
            ctx.cookie(new Cookie(
                    COOKIE,
                    browser,
                    BEGIN,
                    SECONDS,
                    entrance.secure(ctx),
                    true,
                    null,
                    SameSite.LAX)); // Lax: it comes from there
            ctx.redirect(door.toString());
        } catch (IOException e) {
            LOG.warn("signing in with {}: {}", config.issuer(), e.toString());
            sorry(
                    ctx,
                    HttpStatus.BAD_GATEWAY,
                    config.named() + " does not answer. Try again, or sign in with a password.");
        }
    }

    private void back(Context ctx) {
        var browser = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
        ctx.removeCookie(COOKIE, BEGIN);
        var journey = journeys.end(param(ctx, "state"), Secrets.hash(browser), clock.instant());
        if (journey.isEmpty()) {
            sorry(ctx, HttpStatus.BAD_REQUEST, "This sign-in did not begin here, or was too long ago. Begin again.");
            return;
        }
        var issuer = param(ctx, "iss"); // RFC 9207
        var code = param(ctx, "code");
        if (!issuer.isEmpty() && !issuer.equals(config.issuer().toString()) || code.isEmpty()) {
            LOG.warn("{} did not sign somebody in: error {}, iss {}", config.issuer(), param(ctx, "error"), issuer);
            sorry(ctx, HttpStatus.FORBIDDEN, config.named() + " did not sign you in.");
            return;
        }
        switch (provider.who(code, journey.get())) {
            case Answer.Somebody(var claims) -> welcome(ctx, claims);
            case Answer.Refused(var why) -> {
                LOG.warn("signing in with {} is refused: {}", config.issuer(), why);
                sorry(ctx, HttpStatus.FORBIDDEN, "What " + config.named() + " says of you does not hold. Begin again.");
            }
            case Answer.Away(var why) -> {
                LOG.warn("signing in with {}: {}", config.issuer(), why);
                sorry(
                        ctx,
                        HttpStatus.BAD_GATEWAY,
                        config.named() + " does not answer. Try again, or sign in with a password.");
            }
        }
    }

    private void welcome(Context ctx, Map<String, Object> claims) {
        var name = guests.name(claims);
        var grants = guests.grants(claims);
        if (name.isEmpty() || grants.isEmpty()) {
            LOG.warn("{} is not let in: {}", claims.get("sub"), name.isEmpty() ? "no usable name" : "no role here");
            sorry(ctx, HttpStatus.FORBIDDEN, "You have no role at this desk. Ask an operator.");
            return;
        }
        var guest = guests.account(name.get(), grants, clock.instant());
        if (!entrance.mayBe(guest)) {
            LOG.warn("{} is not let in: the name {} is kept here", claims.get("sub"), guest.name());
            sorry(ctx, HttpStatus.FORBIDDEN, "The name " + guest.name() + " is taken or barred here. Ask an operator.");
            return;
        }
        deeds.note(guest.name(), "signed.in", guest.id(), "by " + config.issuer() + " as " + claims.get("sub"));
        entrance.letIn(ctx, guest);
        ctx.redirect("/");
    }

    private void sorry(Context ctx, HttpStatus status, String said) {
        ctx.status(status);
        failed.show(ctx, said);
    }

    private URI here(Context ctx) {
        var asked = (entrance.secure(ctx) ? "https://" : "http://") + ctx.header("Host");
        var root = address.map(URI::toString).orElse(asked);
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + BACK);
    }

    private static String param(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }
}

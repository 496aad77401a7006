package org.wirebell.desk.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebell.model.Account;

/** Stands before every route: who is it, not too often, not from another site, and may they. */
public final class Gate {
    static final String COOKIE = "wirebell";
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Access access;
    private final SignIn config;
    private final Accounts accounts;
    private final Supplier<Boolean> ready;
    private final InstantSource clock;
    private final Consumer<Account> used;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Backoff backoff = new Backoff();
    private final Buckets buckets;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    /**
     * @param ready all accounts are read
     * @param used is told of tokens that are used, now and then
     */
    public Gate(
            Access access,
            SignIn config,
            Accounts accounts,
            FirstToken first,
            Supplier<Boolean> ready,
            InstantSource clock,
            Consumer<Account> used) {
        this.access = access;
        this.config = config;
        this.accounts = accounts;
        this.ready = ready;
        this.clock = clock;
        this.used = used;
        sessions = new Sessions(config.idle(), config.longest());
        buckets = new Buckets(config.requestsPerMinute());
        entrance = new Entrance(config, accounts, first, ready, clock, sessions, backoff);
    }

    public Entrance entrance() {
        return entrance;
    }

    public void serve(RoutesConfig routes) {
        routes.before(ctx -> {
            var client = Client.of(ctx, config.proxies());
            var person = person(ctx, client);
            ctx.attribute(Person.ATTRIBUTE, person);
            if (person.via() != Person.Via.LOOPBACK && !ctx.path().startsWith("/assets/")) {
                limit(person, client);
            }
            CrossSite.check(ctx, config.address(), client.secure());
        });
        routes.beforeMatched(this::allow);
    }

    private Person person(Context ctx, Client client) {
        if (access == Access.OPEN) {
            if (!Client.toLoopback(ctx)) {
                throw new ForbiddenResponse("an open desk answers on this machine only; set desk.access: signed-in");
            }
            return Person.VISITOR;
        }
        var secret = secret(ctx);
        if (secret.isPresent()) {
            return token(secret.get(), client);
        }
        var now = clock.instant();
        if (client.proxied() && config.proxyUserHeader().isPresent()) {
            return Optional.ofNullable(ctx.header(config.proxyUserHeader().get()))
                    .flatMap(name -> accounts.find(Account.Kind.USER, name))
                    .filter(a -> a.counts(now))
                    .map(a -> Person.of(a, a.id(), Person.Via.PROXY))
                    .orElse(Person.NOBODY);
        }
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .flatMap(id -> sessions.of(id, accounts, now))
                .map(a -> Person.of(a, a.id(), Person.Via.SESSION))
                .orElse(Person.NOBODY);
    }

    /** The token of a {@code Bearer}, or the password of a {@code Basic}, as feed readers send it. */
    private static Optional<String> secret(Context ctx) {
        var given = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        if (given.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(given.substring(7).strip());
        }
        if (!given.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(given.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedResponse("that is no Basic authorization");
        }
    }

    private Person token(String secret, Client client) {
        var now = clock.instant();
        var key = "token|" + client.address();
        backoff.mustWait(key, now);
        var account = accounts.token(secret, now);
        if (account.isEmpty()) {
            if (!ready.get()) {
                throw new ServiceUnavailableResponse("the desk still reads who may come in");
            }
            backoff.failed(key, now);
            throw new UnauthorizedResponse("no token like that counts; it may have run out");
        }
        backoff.succeeded(key);
        var known = account.get();
        var last = noted.getOrDefault(known.id(), Instant.MIN);
        if (last.isBefore(now.minus(NOTED))) {
            noted.put(known.id(), now);
            used.accept(known.used(now));
        }
        return Person.of(known, known.id(), Person.Via.TOKEN);
    }

    private void limit(Person person, Client client) {
        var now = clock.instant();
        if (!buckets.take("address|" + client.address(), now)
                || (!person.key().isEmpty() && !buckets.take(person.key(), now))) {
            throw new TooManyRequestsResponse("too many requests, at most " + config.requestsPerMinute() + " a minute");
        }
    }

    private void allow(Context ctx) {
        var need = ctx.routeRoles().stream()
                .filter(Need.class::isInstance)
                .map(Need.class::cast)
                .findFirst()
                .orElse(Need.VIEWER);
        var person = Person.of(ctx);
        if (need.role().isEmpty()) {
            return;
        }
        if (person.via() == Person.Via.NOTHING) {
            refuse(ctx);
        } else if (!person.may(need.role().get())) {
            throw new ForbiddenResponse("this needs the role " + need.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void refuse(Context ctx) {
        var path = ctx.path();
        boolean page = !path.startsWith("/api/")
                && !path.startsWith("/feeds/")
                && !path.startsWith("/stream")
                && !path.equals("/openapi.json");
        if (page) {
            ctx.redirect("/sign-in");
            ctx.skipRemainingHandlers();
            return;
        }
        ctx.header("WWW-Authenticate", "Basic realm=\"Wirebell\", charset=\"UTF-8\"");
        throw new UnauthorizedResponse("sign in, or show a token");
    }

    /** Whether who opened a stream may still see it. */
    public boolean still(Context ctx) {
        var now = clock.instant();
        var person = Person.of(ctx);
        return switch (person.via()) {
            case LOOPBACK -> true;
            case SESSION ->
                Optional.ofNullable(ctx.cookie(COOKIE))
                        .flatMap(id -> sessions.of(id, accounts, now))
                        .isPresent();
            case TOKEN, PROXY ->
                accounts.byId(person.key()).filter(a -> a.counts(now)).isPresent();
            case NOTHING -> false;
        };
    }
}

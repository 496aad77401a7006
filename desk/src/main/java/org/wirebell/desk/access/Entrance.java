package org.wirebell.desk.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.model.Account;

/** Where people come in, with a password or with the one-time token of the first start, and go out. */
public final class Entrance {
    private final SignIn config;
    private final Accounts accounts;
    private final FirstToken first;
    private final Supplier<Boolean> ready;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Backoff backoff;

    Entrance(
            SignIn config,
            Accounts accounts,
            FirstToken first,
            Supplier<Boolean> ready,
            InstantSource clock,
            Sessions sessions,
            Backoff backoff) {
        this.config = config;
        this.accounts = accounts;
        this.first = first;
        this.ready = ready;
        this.clock = clock;
        this.sessions = sessions;
        this.backoff = backoff;
    }

    /** Signs in with a password, and answers who it is; throws the answer when it does not fit. */
    public Account signIn(Context ctx, String name, String password) throws InterruptedException {
        var client = Client.of(ctx, config.proxies());
        var now = clock.instant();
        var byName = "user|" + name;
        var byAddress = "address|" + client.address();
        backoff.mustWait(byName, now);
        backoff.mustWait(byAddress, now);
        if (!ready.get()) {
            throw new ServiceUnavailableResponse("the desk still reads who may come in");
        }
        var user = accounts.find(Account.Kind.USER, name).filter(a -> a.counts(now));
        backoff.failed(byName, now); // before it is known, or many tries at once would all be free
        backoff.failed(byAddress, now);
        if (!Secrets.fits(password, user.map(Account::verifier).orElse("")) || user.isEmpty()) {
            throw new UnauthorizedResponse("name and password do not fit");
        }
        backoff.succeeded(byName);
        backoff.succeeded(byAddress);
        begin(ctx, user.get(), false, client);
        return user.get();
    }

    /** Whether the one-time token is waited for. */
    public boolean firstWanted() {
        return first.wanted();
    }

    /** Throws the answer where this is not the one-time token. */
    public void mustBeFirst(Context ctx, String token) {
        var now = clock.instant();
        var key = "first|" + Client.of(ctx, config.proxies()).address();
        backoff.mustWait(key, now);
        if (!first.fits(token)) {
            backoff.failed(key, now);
            throw new UnauthorizedResponse("that is not the one-time token, or it has been used");
        }
    }

    /** The first operator is there, and is signed in. */
    public void firstDone(Context ctx, Account user) {
        first.spent();
        begin(ctx, user, false, Client.of(ctx, config.proxies()));
    }

    /** Whether somebody from elsewhere may go by this name: no user of ours has it, also none who is barred. */
    public boolean mayBe(Account guest) {
        if (!ready.get()) {
            throw new ServiceUnavailableResponse("the desk still reads who may come in");
        }
        return accounts.find(Account.Kind.USER, guest.name()).isEmpty();
    }

    /** Somebody whom a provider has signed in. */
    public void letIn(Context ctx, Account guest) {
        begin(ctx, guest, true, Client.of(ctx, config.proxies()));
    }

    /** Whether the browser came over https. */
    public boolean secure(Context ctx) {
        return Client.of(ctx, config.proxies()).secure();
    }

    public void signOut(Context ctx) {
        Optional.ofNullable(ctx.cookie(Gate.COOKIE)).ifPresent(sessions::end);
        ctx.removeCookie(Gate.COOKIE, "/");
    }

    private void begin(Context ctx, Account user, boolean guest, Client client) {
        Optional.ofNullable(ctx.cookie(Gate.COOKIE))
                .ifPresent(sessions::end); // nobody goes on in a session that somebody gave them
        ctx.cookie(new Cookie(
                Gate.COOKIE,
                sessions.begin(user, guest, clock.instant()),
                "/",
                Math.toIntExact(Math.min(config.longest().toSeconds(), Integer.MAX_VALUE)),
                client.secure(),
                true,
                null,
                SameSite.LAX));
    }
}

package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Grant;
import org.wirebell.model.Account.Kind;
import org.wirebell.model.Account.Role;

/** Users and tokens. Whoever makes them is an operator of every desk, or could make himself one. */
final class AccountApi {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}");

    private final Accounts accounts;
    private final Deeds deeds;
    private final Duration tokenLife;

    AccountApi(Accounts accounts, Deeds deeds, Duration tokenLife) {
        this.accounts = accounts;
        this.deeds = deeds;
        this.tokenLife = tokenLife;
    }

    void serve(Doors doors) {
        doors.get("/api/users", Need.OPERATOR, "Users and their roles.", ctx -> list(ctx, Kind.USER));
        doors.put(
                "/api/users/{name}",
                Need.OPERATOR,
                "Makes a user or changes one.",
                this::keepUser,
                "password: at least 10 letters; stays when absent",
                "grants: list of {role: viewer, editor or operator, desk: empty for every desk}; stay when absent");
        doors.delete(
                "/api/users/{name}",
                Need.OPERATOR,
                "Bars a user; the name stays taken, and a new password lets it in again.",
                ctx -> bar(ctx, Kind.USER, "name"));
        doors.get("/api/tokens", Need.OPERATOR, "Tokens, without their secrets.", ctx -> list(ctx, Kind.TOKEN));
        doors.post(
                "/api/tokens",
                Need.OPERATOR,
                "Makes a token; its secret stands in this answer and nowhere else.",
                this::makeToken,
                "name: for people",
                "grants: list of {role, desk}",
                "expires: an instant; after desk.sign-in.token-life when absent");
        doors.delete("/api/tokens/{id}", Need.OPERATOR, "Bars a token.", ctx -> bar(ctx, Kind.TOKEN, "id"));
    }

    private static Person operator(Context ctx) {
        var person = Person.of(ctx);
        person.must(Role.OPERATOR, "");
        return person;
    }

    private void list(Context ctx, Kind kind) {
        operator(ctx);
        Replies.list(
                ctx,
                kind == Kind.USER ? "users" : "tokens",
                accounts.all(kind).stream().map(Deeds::shown).toList());
    }

    private void keepUser(Context ctx) {
        var by = operator(ctx).name();
        var name = named(ctx.pathParam("name"));
        var body = Body.of(ctx);
        var before = accounts.find(Kind.USER, name);
        var password = body.optional("password").map(_ -> body.secret("password"));
        var grants = body.fields().containsKey("grants") || before.isEmpty()
                ? grants(body)
                : before.get().grants();
        if (before.isEmpty() && password.isEmpty()) {
            throw new BadRequestResponse("password is missing");
        }
        Account next;
        if (password.isPresent()) {
            next = SignInApi.user(name, grants, password.get(), by, deeds);
        } else {
            var b = before.orElseThrow();
            next = new Account(
                    b.id(),
                    b.kind(),
                    name,
                    grants,
                    b.verifier(),
                    by,
                    b.created(),
                    b.expires(),
                    b.used(),
                    b.off(),
                    b.more());
        }
        keep(next, before, by);
        Replies.json(ctx.status(before.isEmpty() ? 201 : 200), Deeds.shown(next));
    }

    private void makeToken(Context ctx) {
        var by = operator(ctx).name();
        var body = Body.of(ctx);
        var now = deeds.now();
        var expires = body.instant("expires").orElseGet(() -> now.plus(tokenLife));
        if (!expires.isAfter(now) || expires.isAfter(now.plus(tokenLife.multipliedBy(4)))) {
            throw new BadRequestResponse("expires must lie ahead, at most " + tokenLife.multipliedBy(4));
        }
        var secret = Secrets.token();
        var token = new Account(
                Kind.TOKEN.prefix() + Secrets.id(),
                Kind.TOKEN,
                named(body.needed("name")),
                grants(body),
                Secrets.hash(secret),
                by,
                now,
                Optional.of(expires),
                Optional.empty(),
                false,
                Map.of());
        keep(token, Optional.empty(), by);
        var shown = new LinkedHashMap<>(Deeds.shown(token));
        shown.put("secret", secret);
        Replies.json(ctx.status(201), shown);
    }

    private void bar(Context ctx, Kind kind, String part) {
        var by = operator(ctx).name();
        var name = ctx.pathParam(part);
        var b = accounts.find(kind, name)
                .orElseThrow(() -> new NotFoundResponse("there is no " + kind.prefix() + name));
        var off = new Account(
                b.id(),
                kind,
                b.name(),
                b.grants(),
                b.verifier(),
                by,
                b.created(),
                b.expires(),
                b.used(),
                true,
                b.more());
        keep(off, Optional.of(b), by);
        ctx.status(204);
    }

    private synchronized void keep(Account next, Optional<Account> before, String by) {
        if (accounts.lastOperator(next.id(), next)) {
            throw new ConflictResponse("nobody would be left who can let others in");
        }
        deeds.account(next, before, by);
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BadRequestResponse("a name has 1 to 64 letters, digits, spaces and . _ @ -");
        }
        return name;
    }

    private static List<Grant> grants(Body body) {
        var grants = body.objects("grants").stream()
                .map(g -> new Grant(g.word("role", Role.class), g.text("desk")))
                .toList();
        if (grants.isEmpty()) {
            throw new BadRequestResponse("grants must name a role at least");
        }
        return grants;
    }
}

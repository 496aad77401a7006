package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.access.Access;
import org.wirebell.desk.access.Entrance;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Grant;
import org.wirebell.model.Account.Role;

/** Coming in and going out. */
final class SignInApi {
    private final Entrance entrance;
    private final Deeds deeds;
    private final Access access;

    SignInApi(Entrance entrance, Deeds deeds, Access access) {
        this.entrance = entrance;
        this.deeds = deeds;
        this.access = access;
    }

    void serve(Doors doors) {
        doors.post(
                "/api/sign-in",
                Need.ANYONE,
                "Signs in; the answer sets a cookie.",
                this::signIn,
                "name: of the user",
                "password: of the user");
        doors.post(
                "/api/sign-in/first",
                Need.ANYONE,
                "Makes the first operator with the one-time token of the first start, and signs in.",
                this::first,
                "token: the one-time token",
                "name: of the new user",
                "password: at least 10 letters");
        doors.post("/api/sign-out", Need.ANYONE, "Ends the session.", ctx -> {
            var name = Person.of(ctx).name();
            entrance.signOut(ctx);
            if (!name.isEmpty()) {
                deeds.note(name, "signed.out", "user/" + name, "");
            }
            ctx.status(204);
        });
        doors.get("/api/me", Need.ANYONE, "Who asks, and what they may.", ctx -> {
            var person = Person.of(ctx);
            var me = new LinkedHashMap<String, Object>();
            me.put("name", person.name());
            me.put("via", person.via().name().toLowerCase(Locale.ROOT));
            me.put("grants", person.grants());
            me.put("access", access.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            Replies.json(ctx, me);
        });
    }

    private void signIn(Context ctx) throws InterruptedException {
        var body = Body.of(ctx);
        var user = entrance.signIn(ctx, body.needed("name"), body.secret("password"));
        deeds.note(user.name(), "signed.in", user.id(), "");
        Replies.json(ctx, Deeds.shown(user));
    }

    private synchronized void first(Context ctx) {
        var body = Body.of(ctx);
        entrance.mustBeFirst(ctx, body.needed("token"));
        var user = user(
                body.needed("name"),
                List.of(new Grant(Role.OPERATOR, "")),
                body.secret("password"),
                "first start",
                deeds);
        deeds.account(user, Optional.empty(), "first start");
        entrance.firstDone(ctx, user);
        Replies.json(ctx.status(201), Deeds.shown(user));
    }

    static Account user(String name, List<Grant> grants, String password, String by, Deeds deeds) {
        try {
            return new Account(
                    "user/" + name,
                    Account.Kind.USER,
                    name,
                    grants,
                    Secrets.verifier(password),
                    by,
                    deeds.now(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }
}

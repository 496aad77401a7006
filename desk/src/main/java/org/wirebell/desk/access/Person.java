package org.wirebell.desk.access;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.List;
import java.util.Locale;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Grant;
import org.wirebell.model.Account.Role;

/**
 * Who asks.
 *
 * @param name as it is written down
 * @param key of the session, token or account, for limits; empty for nobody
 */
public record Person(String name, List<Grant> grants, String key, Via via) {
    static final Person NOBODY = new Person("", List.of(), "", Via.NOTHING);
    static final Person VISITOR = new Person("visitor", List.of(new Grant(Role.OPERATOR, "")), "visitor", Via.LOOPBACK);
    static final String ATTRIBUTE = "person";

    /** How we know. */
    public enum Via {
        NOTHING,
        /** The desk is open on loopback. */
        LOOPBACK,
        SESSION,
        TOKEN,
        PROXY
    }

    public Person {
        grants = List.copyOf(grants);
    }

    static Person of(Account account, String key, Via via) {
        return new Person(account.name(), account.grants(), key, via);
    }

    /** Who sent this request. */
    public static Person of(Context ctx) {
        Person person = ctx.attribute(ATTRIBUTE);
        return person == null ? NOBODY : person;
    }

    /** At some desk at least. */
    public boolean may(Role role) {
        return grants.stream().anyMatch(g -> g.covers(role, g.desk()));
    }

    /**
     * @param desk empty for what concerns every desk
     */
    public boolean may(Role role, String desk) {
        return grants.stream().anyMatch(g -> g.covers(role, desk));
    }

    /** Throws the answer for who may not. */
    public void must(Role role, String desk) {
        if (!may(role, desk)) {
            var where = desk.isEmpty() ? "of every desk" : "of desk " + desk;
            throw new ForbiddenResponse("this needs the role " + role.name().toLowerCase(Locale.ROOT) + " " + where);
        }
    }
}

package org.wirebell.desk.access;

import io.javalin.security.RouteRole;
import java.util.Optional;
import org.wirebell.model.Account.Role;

/** What a route asks of who comes; a route that says nothing asks for a viewer. */
public enum Need implements RouteRole {
    ANYONE(Optional.empty()),
    VIEWER(Optional.of(Role.VIEWER)),
    EDITOR(Optional.of(Role.EDITOR)),
    OPERATOR(Optional.of(Role.OPERATOR));

    private final Optional<Role> role;

    Need(Optional<Role> role) {
        this.role = role;
    }

    public Optional<Role> role() {
        return role;
    }
}

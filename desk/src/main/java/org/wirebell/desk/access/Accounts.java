package org.wirebell.desk.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Kind;
import org.wirebell.model.Account.Role;

/** All accounts, as the topic tells them. */
public final class Accounts {
    private final Map<String, Account> byId = new ConcurrentHashMap<>();

    public void put(String id, Optional<Account> account) {
        account.ifPresentOrElse(a -> byId.put(id, a), () -> byId.remove(id));
    }

    public Optional<Account> find(Kind kind, String name) {
        return Optional.ofNullable(byId.get(kind.prefix() + name));
    }

    public Optional<Account> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The token with this secret, where it counts. */
    Optional<Account> token(String secret, Instant now) {
        var hash = Secrets.hash(secret);
        return byId.values().stream()
                .filter(a -> a.kind() == Kind.TOKEN && Secrets.same(a.verifier(), hash))
                .filter(a -> a.counts(now))
                .findFirst();
    }

    public List<Account> all(Kind kind) {
        return byId.values().stream()
                .filter(a -> a.kind() == kind)
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }

    /** Whether anybody could sign in and let others in. */
    public boolean hasOperator() {
        return byId.values().stream().anyMatch(Accounts::isOperator);
    }

    /** Whether nobody could do so any more if this account became that one. */
    public boolean lastOperator(String id, Account next) {
        return !isOperator(next)
                && byId.values().stream().filter(Accounts::isOperator).allMatch(a -> a.id().equals(id))
                && hasOperator();
    }

    private static boolean isOperator(Account account) {
        return account.kind() == Kind.USER
                && !account.off()
                && account.grants().stream().anyMatch(g -> g.covers(Role.OPERATOR, ""));
    }
}

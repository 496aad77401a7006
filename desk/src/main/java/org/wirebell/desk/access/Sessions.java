package org.wirebell.desk.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Account;

/** Who is signed in, by the hash of a random id. Kept in memory: a restart of the desk signs everybody out. */
final class Sessions {
    private static final int MOST = 10_000;

    /**
     * @param guest who is in no topic: somebody else signed them in
     */
    private record Session(Account user, boolean guest, Instant begun, Instant used) {
        /** Who it is now. A guest whose name has come to be known here is nobody: it is taken, or barred. */
        Optional<Account> owner(Accounts accounts, Instant now) {
            var known = accounts.find(Account.Kind.USER, user.name());
            return guest
                    ? Optional.of(user).filter(_ -> known.isEmpty())
                    : known.filter(a -> a.counts(now) && a.verifier().equals(user.verifier()));
        }
    }

    private final Duration idle;
    private final Duration longest;
    private final Map<String, Session> byHash = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(Duration idle, Duration longest) {
        this.idle = idle;
        this.longest = longest;
    }

    /** The id of a new session; it is told once and not kept. */
    synchronized String begin(Account user, boolean guest, Instant now) {
        var id = Secrets.random(32);
        byHash.put(Secrets.hash(id), new Session(user, guest, now, now));
        if (byHash.size() > MOST) {
            byHash.remove(byHash.keySet().iterator().next());
        }
        return id;
    }

    /** Who has this session, where it has not run out; it is used now. A new password, or being barred, ends it. */
    synchronized Optional<Account> of(String id, Accounts accounts, Instant now) {
        var hash = Secrets.hash(id);
        var session = Optional.ofNullable(byHash.get(hash));
        var user = session.filter(s -> now.isBefore(s.begun().plus(longest))
                        && now.isBefore(s.used().plus(idle)))
                .flatMap(s -> s.owner(accounts, now));
        if (user.isPresent()) {
            session.ifPresent(s -> byHash.put(hash, new Session(s.user(), s.guest(), s.begun(), now)));
        } else {
            byHash.remove(hash);
        }
        return user;
    }

    synchronized void end(String id) {
        byHash.remove(Secrets.hash(id));
    }
}

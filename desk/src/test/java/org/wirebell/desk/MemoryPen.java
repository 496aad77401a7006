package org.wirebell.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.desk.deeds.Pen;
import org.wirebell.model.Account;
import org.wirebell.model.Audit;
import org.wirebell.model.AuditChain;
import org.wirebell.model.Json;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Topics;

/** Keeps what is written, and folds it as a desk does that reads the topics. */
final class MemoryPen implements Pen {
    private static final Topics TOPICS = Topics.standard();

    /** All but notes of tokens that were used, which come when they come. */
    final List<Line> lines = new CopyOnWriteArrayList<>();

    final List<Line> used = new CopyOnWriteArrayList<>();
    private final Board board;
    private final Accounts accounts;
    volatile boolean broken;

    MemoryPen(Board board, Accounts accounts) {
        this.board = board;
        this.accounts = accounts;
    }

    @Override
    public Audit linked(Audit audit) {
        return chain().next(audit);
    }

    /** All audits that were written. */
    AuditChain chain() {
        var chain = new AuditChain();
        lines.stream()
                .filter(l -> l.topic().equals(TOPICS.audit().name()))
                .forEach(l -> chain.take(l.key(), l.value().orElseThrow()));
        return chain;
    }

    @Override
    public void write(List<Line> written) throws IOException {
        if (broken) {
            throw new IOException("no broker");
        }
        for (var line : written) {
            (written.size() == 1 && line.key().startsWith("token/") ? used : lines).add(line);
            var at = Source.SILENCES.at(0, lines.size());
            if (line.topic().equals(TOPICS.silences().name())) {
                board.silence(at, line.key(), value(line, Silence.class));
            } else if (line.topic().equals(TOPICS.rules().name())) {
                board.rule(at, line.key(), value(line, StoredRule.class));
            } else if (line.topic().equals(TOPICS.users().name())) {
                accounts.put(line.key(), value(line, Account.class));
            }
        }
    }

    /** All values of this type, in the order of writing. */
    <T> List<T> all(String topic, Class<T> type) {
        return lines.stream()
                .filter(l -> l.topic().equals(TOPICS.prefix() + topic))
                .flatMap(l -> value(l, type).stream())
                .toList();
    }

    List<String> audited() {
        return all("audit", Audit.class).stream()
                .map(a -> a.actor() + " " + a.action() + " " + a.target())
                .toList();
    }

    private static <T> Optional<T> value(Line line, Class<T> type) {
        return line.value().map(v -> Json.read(v, type));
    }

    @Override
    public void close() {}
}

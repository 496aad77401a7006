package org.wirebell.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.DeadLetters;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Account;
import org.wirebell.model.Alert;
import org.wirebell.model.Dead;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Story;
import org.wirebell.model.Update;

/** From raw records to the board and the accounts. A record that cannot be read is an {@link IllegalArgumentException}. */
final class Folding {
    private final Board board;
    private final Accounts accounts;

    Folding(Board board, Accounts accounts) {
        this.board = board;
        this.accounts = accounts;
    }

    void fold(Source source, ConsumerRecord<byte[], byte[]> record) {
        var at = source.at(record.partition(), record.offset());
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        switch (source) {
            case ALERTS -> board.alert(at, key, value(record, Alert.class));
            case NOTICES -> value(record, Notice.class).ifPresent(n -> board.notice(at, n));
            case RESULTS -> value(record, Result.class).ifPresent(r -> board.result(at, r));
            case LEDGER -> board.ledger(at, key, value(record, LedgerEntry.class));
            case UPDATES -> value(record, Update.class).ifPresent(u -> board.update(at, u));
            case STORIES -> board.story(at, key, value(record, Story.class));
            case FEEDS -> board.feed(at, key, value(record, FeedState.class));
            case SILENCES -> board.silence(at, key, value(record, Silence.class));
            case RULES -> board.rule(at, key, value(record, StoredRule.class));
            case USERS -> accounts.put(key, value(record, Account.class));
            case DEAD -> board.dead(at, letter(record, key));
        }
    }

    private static <V> Optional<V> value(ConsumerRecord<byte[], byte[]> record, Class<V> type) {
        return Optional.ofNullable(record.value()).map(bytes -> Json.read(bytes, type));
    }

    /** Ours tell where and why; those of Kafka Streams tell the topic and the exception. */
    private static DeadLetters.Letter letter(ConsumerRecord<byte[], byte[]> record, String key) {
        var headers = record.headers();
        var topic = header(headers, Dead.STREAMS_PREFIX + "topic");
        var exception = header(headers, Dead.STREAMS_PREFIX + "exception");
        return new DeadLetters.Letter(
                first(header(headers, Dead.WHERE), topic.isEmpty() ? "unknown" : "stream of " + topic),
                first(header(headers, Dead.WHY), exception.substring(exception.lastIndexOf('.') + 1)),
                first(header(headers, Dead.DETAIL), header(headers, Dead.STREAMS_PREFIX + "message")),
                first(header(headers, Dead.SOURCE), key),
                at(header(headers, Dead.AT)).or(() -> Optional.of(Instant.ofEpochMilli(record.timestamp()))));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static Optional<Instant> at(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .flatMap(h -> Optional.ofNullable(h.value()))
                .map(v -> new String(v, StandardCharsets.UTF_8))
                .orElse("");
    }
}

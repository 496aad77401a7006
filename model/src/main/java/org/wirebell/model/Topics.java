package org.wirebell.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** All topics, in the order of the picture in docs/architecture.md. */
public final class Topics {
    public static final String DEFAULT_PREFIX = "wirebell.";
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration AUDIT = Duration.ofDays(400);

    private final String prefix;

    public Topics(String prefix) {
        this.prefix = prefix;
    }

    public static Topics standard() {
        return new Topics(DEFAULT_PREFIX);
    }

    public String prefix() {
        return prefix;
    }

    /** Item versions, keyed by {@link Item#family()}. */
    public Topic<String, Item> items() {
        return kept("items", Item.class, MONTH);
    }

    /** Cursor and health, keyed by source id. */
    public Topic<String, FeedState> feeds() {
        return compacted("feeds", FeedState.class);
    }

    /** Items with what was read from them, keyed by family. */
    public Topic<String, Finding> findings() {
        return kept("findings", Finding.class, MONTH);
    }

    /** What several items tell of one thing, keyed by {@link Story#id()}. */
    public Topic<String, Story> stories() {
        return new Topic<>(prefix + "stories", Serdes.String(), serde(Story.class), Optional.of(MONTH), true);
    }

    /** The state of each series, keyed by {@link Series#key()}. */
    public Topic<String, LedgerEntry> ledger() {
        return compacted("ledger", LedgerEntry.class);
    }

    /** Changes of series, keyed by {@link Series#key()}. */
    public Topic<String, Update> updates() {
        return kept("updates", Update.class, AUDIT);
    }

    /** What persons decided about held claims, keyed by claim id. */
    public Topic<String, Ruling> rulings() {
        return compacted("rulings", Ruling.class);
    }

    /** Rules made in the page or through the API, keyed by rule id. */
    public Topic<String, StoredRule> rules() {
        return compacted("rules", StoredRule.class);
    }

    /** Every rule as it was last in force, wherever it was made, keyed by desk and rule: a deleted one still takes back what it told. */
    public Topic<String, StoredRule> rulebook() {
        return compacted("rulebook", StoredRule.class);
    }

    /** What is not to be told for a while, keyed by silence id. */
    public Topic<String, Silence> silences() {
        return compacted("silences", Silence.class);
    }

    /** What persons do about alerts, keyed by alert id. */
    public Topic<String, Action> actions() {
        return kept("actions", Action.class, AUDIT);
    }

    /** Latest revision of each alert, keyed by alert id. */
    public Topic<String, Alert> alerts() {
        return compacted("alerts", Alert.class);
    }

    /** What is to be sent to whom, keyed by notice id. */
    public Topic<String, Notice> notices() {
        return kept("notices", Notice.class, AUDIT);
    }

    /** What became of each notice, keyed by notice id. */
    public Topic<String, Result> results() {
        return kept("results", Result.class, AUDIT);
    }

    /** Raw bytes of what could not be read or processed, with {@link Dead} headers. */
    public Topic<byte[], byte[]> dead() {
        return new Topic<>(prefix + "dead", Serdes.ByteArray(), Serdes.ByteArray(), Optional.of(AUDIT), false);
    }

    /** Who may sign in and what with, keyed by {@link Account#id()}; no secrets. */
    public Topic<String, Account> users() {
        return compacted("users", Account.class);
    }

    /** Who did what, keyed by actor. */
    public Topic<String, Audit> audit() {
        return kept("audit", Audit.class, AUDIT);
    }

    public List<Topic<?, ?>> all() {
        return List.of(
                items(),
                feeds(),
                findings(),
                stories(),
                ledger(),
                updates(),
                rulings(),
                rules(),
                rulebook(),
                silences(),
                actions(),
                alerts(),
                notices(),
                results(),
                dead(),
                users(),
                audit());
    }

    private <V> Topic<String, V> kept(String name, Class<V> type, Duration kept) {
        return new Topic<>(prefix + name, Serdes.String(), serde(type), Optional.of(kept), false);
    }

    private <V> Topic<String, V> compacted(String name, Class<V> type) {
        return new Topic<>(prefix + name, Serdes.String(), serde(type), Optional.empty(), true);
    }

    /** JSON bytes of one event type; also for internal topics and stores. */
    public static <V> Serde<V> serde(Class<V> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : Json.write(value),
                (topic, bytes) -> bytes == null ? null : Json.read(bytes, type));
    }
}

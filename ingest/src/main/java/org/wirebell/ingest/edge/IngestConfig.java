package org.wirebell.ingest.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.ingest.drop.DropConfig;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.mailbox.MailboxConfig;
import org.wirebell.ingest.web.Limits;

/**
 * All that comes in. The keys of {@code sources}, {@code folders}, {@code mailboxes}, {@code drops} and {@code topics} are
 * source ids: part of every item's key, a metric tag, and not to be changed lightly.
 *
 * @param userAgent sent with each request, with an address where the operator can be reached
 * @param allowPrivateFeeds feeds may lie on loopback and private networks and on any port
 * @param priorities for the id of a source, folder or pushing sender: what its own priority words mean, as urgency 1
 *     (highest) to 9; words that are not named keep their usual meaning
 * @param silence for the id of a source, a folder or another entrance: after how long without news it counts as silent;
 *     learned where it is not given
 * @param articles how pages of articles are asked for; which sources want them stands with each source
 * @param backfillOlderThan on the first poll of a source, items younger than this still ring
 */
public record IngestConfig(
        Map<String, SourceConfig> sources,
        Map<String, FolderConfig> folders,
        Map<String, MailboxConfig> mailboxes,
        Map<String, DropConfig> drops,
        Map<String, TopicConfig> topics,
        Optional<PushConfig> push,
        Optional<WebSubConfig> websub,
        Map<String, Map<String, Integer>> priorities,
        Map<String, Duration> silence,
        ArticlesConfig articles,
        Pace pace,
        Limits limits,
        String userAgent,
        boolean allowPrivateFeeds,
        Duration backfillOlderThan) {
    /** The id under which the push endpoint keeps its health. */
    public static final String PUSH = "push";

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    public IngestConfig {
        sources = Map.copyOf(sources);
        folders = Map.copyOf(folders);
        mailboxes = Map.copyOf(mailboxes);
        drops = Map.copyOf(drops);
        topics = Map.copyOf(topics);
        var used = new HashMap<String, String>();
        checkIds("source", sources.keySet(), used);
        checkIds("folder", folders.keySet(), used);
        checkIds("mailbox", mailboxes.keySet(), used);
        checkIds("drop", drops.keySet(), used);
        checkIds("topic", topics.keySet(), used);
        for (var source : sources.entrySet()) {
            var every = source.getValue().every();
            if (every.isPresent() && every.get().compareTo(pace.floor()) < 0) {
                throw new IllegalArgumentException("sources." + source.getKey() + ": every must be at least "
                        + pace.floor() + " (pace.floor), was " + every.get());
            }
        }
        if (websub.isPresent() && push.isEmpty()) {
            throw new IllegalArgumentException("websub: needs push.host and push.port, where hubs deliver");
        }
        for (var id : websub.map(WebSubConfig::without).orElse(List.of())) {
            if (!sources.containsKey(id)) {
                throw new IllegalArgumentException("websub.without: \"" + id + "\" is no source");
            }
        }
        if (websub.isEmpty() && push.filter(at -> !at.opens()).isPresent()) {
            throw new IllegalArgumentException("push: give token-env, token-file, secret-env, secret-file or senders");
        }
        push.ifPresent(at -> at.senders().keySet().forEach(IngestConfig::checkId));
        priorities = Map.copyOf(priorities);
        priorities.forEach((id, words) -> words.forEach((word, urgency) -> checkUrgency(id + "." + word, urgency)));
        silence = Map.copyOf(silence);
        silence.forEach((id, longest) -> {
            Limits.positive("silence." + id, longest);
            if (!used.containsKey(id) && !id.equals(PUSH)) {
                throw new IllegalArgumentException("silence." + id + ": there is no source with that id");
            }
        });
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("user-agent must be printable ASCII, was \"" + userAgent + "\"");
        }
        if (backfillOlderThan.isNegative()) {
            throw new IllegalArgumentException("backfill-older-than must not be negative, was " + backfillOlderThan);
        }
    }

    public static IngestConfig defaults() {
        return new IngestConfig(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                ArticlesConfig.defaults(),
                Pace.defaults(),
                Limits.defaults(),
                "Wirebell/0.1 (+https://wirebell.example/about)",
                false,
                Duration.ofHours(1));
    }

    /** As this, with one more folder. */
    public IngestConfig and(String id, Path folder) {
        var all = new HashMap<>(folders);
        all.put(id, new FolderConfig(folder, Optional.empty(), Optional.empty(), Optional.empty()));
        return new IngestConfig(
                sources,
                all,
                mailboxes,
                drops,
                topics,
                push,
                websub,
                priorities,
                silence,
                articles,
                pace,
                limits,
                userAgent,
                allowPrivateFeeds,
                backfillOlderThan);
    }

    /** As this, with these feeds. */
    public IngestConfig feeds(Map<String, SourceConfig> feeds) {
        return new IngestConfig(
                feeds,
                folders,
                mailboxes,
                drops,
                topics,
                push,
                websub,
                priorities,
                silence,
                articles,
                pace,
                limits,
                userAgent,
                allowPrivateFeeds,
                backfillOlderThan);
    }

    private static void checkUrgency(String path, int urgency) {
        if (urgency < 1 || urgency > 9) {
            throw new IllegalArgumentException("priorities." + path + " must be between 1 and 9, was " + urgency);
        }
    }

    private static void checkIds(String kind, Set<String> ids, Map<String, String> used) {
        for (var id : ids) {
            checkId(id);
            var other = used.putIfAbsent(id, kind);
            if (other != null) {
                throw new IllegalArgumentException(
                        "\"" + id + "\" is both a " + other + " and a " + kind + "; ids must differ");
            }
        }
    }

    private static void checkId(String id) {
        if (!ID.matcher(id).matches() || id.equals(PUSH)) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" is no source id: use up to 60 of a-z 0-9 . _ - and not \"" + PUSH + "\"");
        }
    }
}

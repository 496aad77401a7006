package org.wirebell.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.AddedSources;
import org.wirebell.app.config.Complaint;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.edge.IngestConfig;
import org.wirebell.model.Json;

/**
 * A configuration that sources are to be added to. They are collected first and written at once, and only when the new
 * text, read back, is the old configuration with exactly these sources more.
 */
final class SourcesFile {
    private static final int LONGEST_ID = 50;

    private final Path file;
    private final String text;
    private final AppConfig config;
    private final Map<String, SourceConfig> added = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private SourcesFile(Path file, String text, AppConfig config) {
        this.file = file;
        this.text = text;
        this.config = config;
        ids.addAll(config.ingest().sources().keySet());
        ids.addAll(config.ingest().folders().keySet());
        ids.add(IngestConfig.PUSH);
    }

    /** A file that does not exist yet is a configuration of defaults. */
    static SourcesFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new SourcesFile(file, "", AppConfig.defaults());
        }
        return new SourcesFile(file, Files.readString(file), Configured.load(file, AppConfig.class));
    }

    /** Nothing but what is added. */
    static SourcesFile none() {
        return new SourcesFile(Path.of(""), "", AppConfig.defaults());
    }

    AppConfig config() {
        return config;
    }

    /** The id under which this address is polled already; http and https, and a slash at the end, make no difference. */
    Optional<String> idOf(URI url) {
        var all = new HashMap<>(config.ingest().sources());
        all.putAll(added);
        return all.entrySet().stream()
                .filter(source -> plain(source.getValue().url()).equals(plain(url)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String plain(URI url) {
        return url.toString().replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    /** Takes a source, under an id made from its name or its host. */
    void add(URI url, String name) {
        var host = url.getHost() == null ? "" : url.getHost().replaceFirst("^www\\.", "");
        var stem = slug(name).isEmpty() ? slug(host) : slug(name);
        var id = stem.isEmpty() ? "feed" : stem;
        for (int n = 2; ids.contains(id); n++) {
            id = stem + "-" + n;
        }
        add(id, url, name);
    }

    /** Takes a source. Refuses an id that is taken or none, as wrong use. */
    void add(String id, URI url, String name) {
        if (!ids.add(id)) {
            throw Wrong.use("the id " + id + " is taken; give another with --id");
        }
        try {
            var named = name.isBlank() ? Optional.<String>empty() : Optional.of(name);
            var plain = SourceConfig.of(url);
            var source = new SourceConfig(
                    url, named, plain.every(), plain.language(), plain.zone(), plain.tier(), plain.headersEnv());
            IngestConfig.defaults().feeds(Map.of(id, source)); // checks the id
            added.put(id, source);
        } catch (IllegalArgumentException e) {
            throw Wrong.use(String.valueOf(e.getMessage()));
        }
    }

    Set<String> added() {
        return added.keySet();
    }

    /** What was added, as a configuration of its own. */
    String block() {
        return AddedSources.alone(entries());
    }

    /** Writes what was added. Ends in {@link Wrong}, and leaves the file alone, when that can't be done safely. */
    void write() throws IOException {
        var after = AddedSources.to(text, entries())
                .filter(this::isRight)
                .orElseThrow(() -> Wrong.failed(file + ": no place was found where this can be inserted safely;"
                        + " please add it by hand:\n" + block()));
        var real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // a link stays a link
        var beside = real.resolveSibling(real.getFileName() + ".new");
        if (Files.exists(real)) {
            Files.copy(real, beside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(beside, after);
        Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isRight(String after) {
        var all = new HashMap<>(config.ingest().sources());
        all.putAll(added);
        var wanted = config.feeds(all);
        return switch (ConfigFile.read(file.toString(), after, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var read) -> read.equals(wanted);
            case Loaded.Bad<AppConfig>(var complaints) ->
                throw Wrong.failed(file + ": what was to be added does not fit there:\n"
                        + complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        };
    }

    private Map<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        added.forEach((id, source) -> entries.put(
                id,
                "{url: " + Json.plain(source.url().toString())
                        + source.name()
                                .map(name -> ", name: " + Json.plain(name))
                                .orElse("") + "}"));
        return entries;
    }

    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-$", "");
    }
}

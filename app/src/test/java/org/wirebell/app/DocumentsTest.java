package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.query.Fields;
import picocli.CommandLine;

/** The documents that could rot are held against the code. */
class DocumentsTest {
    private static final Path TOP = Path.of("..");

    @Test
    void configurationNamesEverySetting() throws IOException {
        var settings = new TreeSet<String>();
        collect(AppConfig.class, settings);
        assertThat(words(Files.readString(TOP.resolve("docs/configuration.md"))))
                .containsAll(settings);
    }

    @Test
    void configurationNamesEveryFieldOfAQuery() throws IOException {
        var fields = Arrays.stream(Fields.values()).map(Fields::key).toList();
        assertThat(words(Files.readString(TOP.resolve("docs/configuration.md"))))
                .containsAll(fields);
    }

    @Test
    void operationsNamesEveryMeter() throws IOException {
        var page = Files.readString(TOP.resolve("docs/operations.md"));
        var meters = new TreeSet<String>();
        for (var source : meterSources()) {
            var names = Pattern.compile("\"(wirebell\\.[a-z.]+[a-z])\"").matcher(Files.readString(source));
            while (names.find()) {
                meters.add(names.group(1));
            }
        }
        assertThat(meters)
                .hasSizeGreaterThan(20)
                .allMatch(name -> page.contains("`" + name + "`"), "stands in docs/operations.md");
    }

    @Test
    void operationsNamesEverySpanAndWhatItMayTell() throws IOException {
        var page = Files.readString(TOP.resolve("docs/operations.md"));
        var rows = Arrays.stream(Step.values()).map(step -> "\n| `" + step.word() + "` |");
        var facts = Arrays.stream(Fact.values()).map(fact -> "`" + fact.key() + "`");
        assertThat(Stream.concat(rows, facts)).allMatch(page::contains, "stands in docs/operations.md");
    }

    @Test
    void everyCommandIsDescribed() throws IOException {
        var pages = new StringBuilder();
        for (var page : new String[] {"README.md", "docs/operations.md", "docs/alerts.md"}) {
            pages.append(Files.readString(TOP.resolve(page)));
        }
        var words = words(pages.toString());
        var commands = new CommandLine(Main.class).getSubcommands();
        assertThat(words).containsAll(commands.keySet());
        commands.values()
                .forEach(command -> assertThat(words)
                        .as(command.getCommandName())
                        .containsAll(command.getSubcommands().keySet()));
    }

    @Test
    void shippedConfigurationsAreGood() {
        for (var file : new String[] {"config/wirebell.yaml", "docker/wirebell.yaml", "docker/wirebell.single.yaml"}) {
            assertThat(ConfigFile.load(TOP.resolve(file), AppConfig.class))
                    .as(file)
                    .isInstanceOf(Loaded.Good.class);
        }
    }

    @Test
    void readmeShowsCommandsThatExist() throws IOException {
        var makefile = Files.readString(TOP.resolve("Makefile"));
        var commands = Pattern.compile("(?m)^\\s*make (\\w+)").matcher(Files.readString(TOP.resolve("README.md")));
        var seen = new TreeSet<String>();
        while (commands.find()) {
            seen.add(commands.group(1));
            assertThat(makefile).containsPattern("(?m)^" + commands.group(1) + ":");
        }
        assertThat(seen).contains("demo", "test");
    }

    private static Iterable<Path> meterSources() throws IOException {
        try (Stream<Path> files = Files.walk(TOP)) {
            return files.filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> file.getFileName().toString().matches(".*Meters\\.java|Lag\\.java"))
                    .toList();
        }
    }

    private static void collect(Type type, TreeSet<String> settings) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments();
            collect(inner[inner.length - 1], settings);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (var component : plain.getRecordComponents()) {
                settings.add(component
                        .getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
                collect(component.getGenericType(), settings);
            }
        }
    }

    private static TreeSet<String> words(String page) {
        return new TreeSet<>(Arrays.asList(page.split("[^a-z-]+")));
    }
}

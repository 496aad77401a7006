package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of containers: complete, locked down, and in agreement with each other and with the documents. */
class ContainersTest {
    private static final Path DOCKER = Path.of("../docker");
    private static final List<String> COMPOSED = List.of("compose.yaml", "compose.single.yaml");
    private static final Pattern VARIABLE = Pattern.compile("WIREBELL_[A-Z_]+[A-Z]");

    @Test
    void standForAllParts() throws IOException {
        assertThat(services("compose.yaml").keySet())
                .containsExactlyInAnyOrder(
                        "kafka-1",
                        "kafka-2",
                        "kafka-3",
                        "ingest",
                        "process-1",
                        "process-2",
                        "alert-1",
                        "alert-2",
                        "desk",
                        "prometheus",
                        "alertmanager",
                        "grafana");
        assertThat(services("compose.single.yaml").keySet()).containsExactly("wirebell");
        var roles = services("compose.yaml").values().stream()
                .filter(ContainersTest::ours)
                .map(service -> String.valueOf(list(service.get("command")).getFirst()));
        assertThat(roles).containsOnly("ingest", "process", "alert", "desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.single.yaml"})
    void areLockedDown(String file) throws IOException {
        services(file).forEach((name, service) -> {
            assertThat(String.valueOf(service.get("image")))
                    .as(name)
                    .matches("[a-z./-]+:v?[0-9]+\\.[0-9]+(\\.[0-9]+)?");
            for (var port : list(service.getOrDefault("ports", List.of()))) {
                assertThat(String.valueOf(port)).as(name).startsWith("127.0.0.1:");
            }
            if (ours(service)) {
                assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
                assertThat(list(service.get("tmpfs"))).as(name).contains("/tmp:exec");
                assertThat(service.get("volumes").toString())
                        .as(name)
                        .contains(":/var/lib/wirebell", "wirebell.yaml:ro");
            } else {
                assertThat(service).as(name).containsKey("healthcheck");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.single.yaml"})
    void mountWhatThereIs(String file) throws IOException {
        var volumes = map(yaml(file).get("volumes")).keySet();
        services(file).forEach((name, service) -> {
            for (var mount : list(service.getOrDefault("volumes", List.of()))) {
                var from = String.valueOf(mount).split(":")[0];
                if (from.startsWith("./")) {
                    assertThat(DOCKER.resolve(from)).as(name).exists();
                } else {
                    assertThat(volumes).as(name).contains(from);
                }
            }
        });
    }

    @Test
    void nameOnlyVariablesThatAreExplained() throws IOException {
        var page = Files.readString(Path.of("../docs/configuration.md"));
        var named = new TreeSet<String>();
        try (var files = Files.walk(DOCKER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                VARIABLE.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group()));
            }
        }
        named.remove("WIREBELL_CONFIG"); // in the text, not in the table
        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void areFoundByPrometheusAlsoWhenTheyAreGone() throws IOException {
        var ours = services("compose.yaml").entrySet().stream()
                .filter(service -> ours(service.getValue()))
                .map(service -> service.getKey() + ":8081");
        var job = map(
                list(yaml("prometheus/prometheus.yml").get("scrape_configs")).getFirst());
        var targets = list(map(list(job.get("static_configs")).getFirst()).get("targets"));
        assertThat(targets.stream().map(String::valueOf)).containsExactlyInAnyOrderElementsOf(ours.toList());
    }

    @Test
    void areBuiltFromTheSourcesAndRunAsNobody() throws IOException {
        var file = Files.readString(DOCKER.resolve("Dockerfile"));
        assertThat(file).contains("RUN make build", "USER 10001", "HEALTHCHECK", "VOLUME /var/lib/wirebell");
        assertThat(file).doesNotContain(":latest");
        for (var script : List.of("wirebell", "health")) {
            assertThat(DOCKER.resolve(script)).isExecutable();
        }
        assertThat(COMPOSED).allMatch(name -> Files.exists(DOCKER.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "process", "alert", "desk"})
    void runInKubernetesAsInCompose(String role) throws IOException {
        var spec = map(map(map(yaml("kubernetes/" + role + ".yaml").get("spec")).get("template"))
                .get("spec"));
        var container = map(list(spec.get("containers")).getFirst());
        assertThat(container)
                .containsEntry("args", List.of(role))
                .containsEntry("image", services("compose.yaml").get("desk").get("image"))
                .containsKeys("startupProbe", "livenessProbe", "readinessProbe", "resources");
        assertThat(map(container.get("securityContext"))).containsEntry("readOnlyRootFilesystem", true);
        assertThat(map(spec.get("securityContext"))).containsEntry("runAsNonRoot", true);
    }

    private static boolean ours(Map<String, Object> service) {
        return String.valueOf(service.get("image")).startsWith("wirebell:");
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        var services = new LinkedHashMap<String, Map<String, Object>>();
        map(yaml(file).get("services")).forEach((name, service) -> services.put(name, merged(map(service))));
        return services;
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        return map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(DOCKER.resolve(file))));
    }

    /** With what {@code <<} brings; what stands beside it wins. */
    private static Map<String, Object> merged(Map<String, Object> node) {
        var merged = new LinkedHashMap<String, Object>();
        if (node.containsKey("<<")) {
            merged.putAll(merged(map(node.get("<<"))));
        }
        node.forEach((key, value) -> {
            if (!key.equals("<<")) {
                merged.put(key, value);
            }
        });
        return merged;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static List<Object> list(Object node) {
        return new ArrayList<>((List<?>) node);
    }
}

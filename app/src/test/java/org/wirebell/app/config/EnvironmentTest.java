package org.wirebell.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.AppConfig;

/** Values from the environment, and from the files that containers are given. */
class EnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void fillsValues() throws IOException {
        var secret = Files.writeString(folder.resolve("jaas"), "module required password=\"hush\";\n");
        var loaded = read("""
                kafka:
                  bootstrap: ${BROKERS}
                  partitions: ${PARTITIONS:-6}
                  properties: {sasl.jaas.config: "${JAAS}", ssl.truststore.location: "${STORE:-}", a: "${file:x:y}"}
                """, Map.of("BROKERS", "one:9092,two:9092", "JAAS_FILE", secret.toString()));
        var kafka = ((Loaded.Good<AppConfig>) loaded).value().kafka();
        assertThat(kafka.bootstrap()).contains("one:9092,two:9092");
        assertThat(kafka.partitions()).isEqualTo(6);
        assertThat(kafka.client("x"))
                .containsEntry("sasl.jaas.config", "module required password=\"hush\";")
                .containsEntry("a", "${file:x:y}")
                .doesNotContainKey("ssl.truststore.location");
    }

    @Test
    void saysWhatIsMissingAndTellsNoValue() {
        var loaded = read(
                "kafka:\n  bootstrap: ${BROKERS}\n  prefix: ${PREFIX}\n  partitions: ${PARTITIONS}\n",
                Map.of(
                        "PARTITIONS",
                        "hush",
                        "PREFIX_FILE",
                        folder.resolve("none").toString()));
        assertThat(((Loaded.Bad<AppConfig>) loaded).complaints())
                .extracting(Complaint::toString)
                .containsExactly(
                        "w.yaml:2: kafka.bootstrap: environment variable BROKERS is not set, nor BROKERS_FILE",
                        "w.yaml:3: kafka.prefix: PREFIX_FILE: " + folder.resolve("none") + " cannot be read",
                        "w.yaml:4: kafka.partitions: must be a whole number, was ${PARTITIONS}");
    }

    @Test
    void isNotReadByRulesOfThePage() {
        assertThatThrownBy(() -> ConfigFile.rule("{id: a, query: \"${PATH}\"}"))
                .hasMessageContaining("environment variable PATH is not set");
    }

    private static Loaded<AppConfig> read(String yaml, Map<String, String> variables) {
        return ConfigFile.read(
                "w.yaml", yaml, AppConfig.class, new Environment(name -> Optional.ofNullable(variables.get(name))));
    }
}

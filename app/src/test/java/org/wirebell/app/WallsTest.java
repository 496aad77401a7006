package org.wirebell.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of docs/architecture.md: pure packages stay pure, rooms do not see each other. */
class WallsTest {
    private static final JavaClasses WIREBELL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wirebell");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.wirebell.query..",
                "org.wirebell.ingest.article..",
                "org.wirebell.ingest.read..",
                "org.wirebell.ingest.due..",
                "org.wirebell.ingest.signed..",
                "org.wirebell.ingest.websub..",
                "org.wirebell.processor.extract..",
                "org.wirebell.processor.cluster..",
                "org.wirebell.processor.ledger..",
                "org.wirebell.alerts.decide..",
                "org.wirebell.desk.export..",
                "org.wirebell.desk.feeds.."
            })
    void purePackagesTouchNothingOutside(String pure) {
        assertThat(WIREBELL.stream().filter(type -> type.getPackageName().startsWith(pure.replace("..", ""))))
                .as("classes in " + pure)
                .isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage(pure)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "okhttp3..",
                        "io.javalin..",
                        "java.net.http..",
                        "java.nio.file..",
                        "org.slf4j..",
                        "io.micrometer..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(WIREBELL);
    }

    @ParameterizedTest
    @CsvSource({
        "org.wirebell.model..,     'query,ingest,processor,alerts,desk,app'",
        "org.wirebell.query..,     'ingest,processor,alerts,desk,app'",
        "org.wirebell.ingest..,    'query,processor,alerts,desk,app'",
        "org.wirebell.processor.., 'query,ingest,alerts,desk,app'",
        "org.wirebell.alerts..,    'ingest,processor,desk,app'",
        "org.wirebell.desk..,      'ingest,processor,alerts,app'",
    })
    void roomsDoNotSeeEachOther(String room, String others) {
        for (var other : others.split(",")) {
            noClasses()
                    .that()
                    .resideInAPackage(room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.wirebell." + other + "..")
                    .check(WIREBELL);
        }
    }

    @Test
    void jacksonStaysInOneClassOfTheModel() {
        noClasses()
                .that()
                .resideInAPackage("org.wirebell.model..")
                .and()
                .haveNameNotMatching("org\\.wirebell\\.model\\.Json.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(WIREBELL);
    }

    @Test
    void ingestReadsFromKafkaInTwoClassesOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.wirebell.ingest..")
                .and()
                .haveNameNotMatching("org\\.wirebell\\.ingest\\.edge\\.(Resume|TopicReader)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.consumer..")
                .check(WIREBELL);
    }

    @Test
    void kafkasServerClassesAreNamedInOneFile() {
        noClasses()
                .that()
                .haveNameNotMatching("org\\.wirebell\\.app\\.broker\\.EmbeddedBroker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kafka..")
                .check(WIREBELL);
    }

    @Test
    void eachPackageSaysWhatItIs() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(WIREBELL);
        var described = WIREBELL.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName())
                .toList();
        assertThat(WIREBELL.stream().map(type -> type.getPackageName()).distinct())
                .isSubsetOf(described);
    }

    @Test
    void onlyTheShellReadsTheWallClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.wirebell.app..", "org.wirebell.bench..")
                .should()
                .callMethod(Instant.class, "now")
                .check(WIREBELL);
    }
}

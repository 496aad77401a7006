package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    static Stream<Object> events() {
        return Stream.of(
                Samples.item(),
                Samples.feed(),
                Samples.finding(),
                Samples.story(),
                Samples.entry(),
                Samples.update(),
                Samples.ruling(),
                Samples.alert(),
                Samples.notice(),
                DeskSamples.action(),
                DeskSamples.silence(),
                DeskSamples.rule(),
                Samples.result(),
                Samples.account(),
                Samples.audit());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isPinnedByItsGoldenFile(Object event) {
        Golden.check(
                "v1/" + event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".json", pretty(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(Object event) {
        assertThat((Object) Json.read(Json.write(event), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsUnknownFields(Object event) {
        var json = Json.text(event).replaceFirst("\\{", "{\"later\":{\"added\":[1,2]},");
        var back = Json.text(Json.read(json, event.getClass()));
        assertThat(Json.map(back)).isEqualTo(Json.map(json));
    }

    @Test
    void readsAnItemThatHasNothingButAnId() {
        var item = Json.read("{\"id\":\"a\",\"source\":\"s\"}", Item.class);
        assertThat(item.headline()).isEmpty();
        assertThat(item.published()).isEmpty();
        assertThat(item.authors()).isEmpty();
        assertThat(item.status()).isEqualTo(Item.Status.USABLE);
        assertThat(item.more()).isEmpty();
    }

    @Test
    void readsAnAlertFromBeforeVersionsOfRulesWereKept() {
        var json = Json.tree(Samples.alert());
        json.remove("ruleVersion");
        assertThat(Json.read(json.toString(), Alert.class)).isEqualTo(Samples.alertOfOld());
    }

    @Test
    void shortTextsThatAreAlikeAreOneObject() {
        var json =
                "{\"id\":\"a\",\"source\":\"harbour\",\"language\":\"en\",\"headline\":\"Fog over the harbour closes both piers\"}";
        var one = Json.read(json, Item.class);
        var other = Json.read(json, Item.class);
        assertThat(other.source()).isSameAs(one.source());
        assertThat(other.language()).isSameAs(one.language());
        assertThat(other.headline()).isEqualTo(one.headline()).isNotSameAs(one.headline());
    }

    @Test
    void textsOfTheSameHashAreToldApart() {
        var one = Json.read("{\"id\":\"a\",\"source\":\"Aa\"}", Item.class);
        var other = Json.read("{\"id\":\"a\",\"source\":\"BB\"}", Item.class);
        assertThat(one.source() + other.source()).isEqualTo("AaBB");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Json.read("nonsense", Item.class)).hasMessageContaining("not a Item");
        assertThatThrownBy(() -> Json.read("[]", Item.class)).hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> Json.read(Json.write(Samples.item()), Update.class))
                .hasMessage("schema is wirebell.item, expected wirebell.update");
        assertThatThrownBy(
                        () -> Json.read("{\"schema\":\"wirebell.item\",\"schemaVersion\":99,\"id\":\"a\"}", Item.class))
                .hasMessageContaining("schema version 99");
    }

    private static String pretty(Object event) {
        return Json.tree(event).toPrettyString();
    }
}

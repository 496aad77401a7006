package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirebell.model.Item;
import org.wirebell.model.Samples;

class ContentKeyTest {
    private static final String TEXT = "At least 31 people died when the Marla Star sank, the harbour office said.";

    @Test
    void aRepeatIsTheSameVersionOfTheSameItem() {
        assertThat(key("f1", TEXT).repeat()).isEqualTo(key("f1", TEXT).repeat());
        assertThat(key("f1", TEXT).repeat()).isNotEqualTo(key("f2", TEXT).repeat());
        assertThat(key("f1", TEXT).repeat())
                .isNotEqualTo(key("f1", TEXT + " More follows.").repeat());
    }

    @Test
    void theSameWordsAreKnownWhateverTheirTypography() {
        var plain = key("f1", TEXT).text();
        assertThat(key("f2", TEXT.replace(" ", "  ").replace("Marla Star", "\u201cMARLA STAR\u201d"))
                        .text())
                .isEqualTo(plain);
        assertThat(key("f2", TEXT.replace("31", "34")).text()).isNotEqualTo(plain);
    }

    @Test
    void shortTextsAreAlikeByChance() {
        assertThat(key("f1", "Photo gallery").text()).isEmpty();
    }

    private static ContentKey key(String id, String body) {
        Item item = Samples.item(id, "Ferry", body);
        return ContentKey.of(item);
    }
}

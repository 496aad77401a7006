package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeJsonTest {
    @Test
    void keepsWhatIsEmpty() {
        assertThat(Json.plain(Map.of("parse", List.of()))).isEqualTo("{}");
        assertThat(Json.whole(Map.of("parse", List.of()))).isEqualTo("{\"parse\":[]}");
    }
}

package org.wirebell.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

class HomeTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            https://news.port.example.ca/a  | ca
            https://port.example.co.uk/a    | gb
            https://port.example.com/a      | ''
            https://port.example.tv/a       | ''
            not an address                  | ''
            ''                              | ''
            """)
    void readsTheCountryOfTheAddress(String link, String country) {
        var item = Json.read(Json.plain(Map.of("id", "a", "source", "test", "link", link)), Item.class);
        assertThat(Home.of(item)).isEqualTo(country);
    }
}

package org.wirebell.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # credit           | body                                                           | origin        | dateline
            Coastwire          | The ferry sank.                                                | coastwire     |
            Coastwire/Delta    | The ferry sank.                                                | coastwire     |
            via Delta Press    | PORT ADEL (Coastwire) - The ferry sank.                        | delta-press   | PORT ADEL
                               | PORT ADEL (Coastwire) - The ferry sank.                        | coastwire     | PORT ADEL
                               | PORT ADEL, March 3 (Coastwire) -- The ferry sank.              | coastwire     | PORT ADEL
                               | PORT ADEL, Marland, March 3 (Coastwire) – The ferry sank.      | coastwire     | PORT ADEL, Marland
                               | GENEVA/BEIRUT (Coastwire) - Envoys met.                        | coastwire     | GENEVA
                               | PORT ADEL - The ferry sank.                                    | harbour-feed  | PORT ADEL
                               | Bogotá, 3 mar (Costa) .- El barco se hundió.                   | costa         | Bogotá
                               | بيروت (وكالة الساحل) - غرقت العبارة                            | وكاله-الساحل  | بيروت
                               | بيروت - غرقت العبارة                                           | harbour-feed  | بيروت
                               | The ferry sank. Source: Delta Press                            | delta-press   |
                               | Le bac a coulé. (Source : Agence Littoral)                     | agence-littoral |
                               | The ferry (built in Port Adel) - a wreck now - sank.           | harbour-feed  |
                               | The ferry sank.                                                | harbour-feed  |
            """)
    void tellsWhoHadItFirst(String credit, String body, String origin, String dateline) {
        var item = Explained.item(
                Map.of("id", "1", "text", body, "credit", credit == null ? "" : credit, "source", "harbour-feed"));
        var opening = Dateline.of(body);
        assertThat(Origin.of(item, opening)).isEqualTo(origin);
        assertThat(opening.place()).isEqualTo(dateline == null ? "" : dateline);
    }
}

package io.tradelane.mappings.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Event;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportMessagesTest {
    private static final String STATUS = """
            UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+1+IFTSTA:D:%s:UN'
            BGM+23+S-1+9'
            DTM+137:20260105:102'
            CNI+1+C-1'
            STS+1+%s+%s'
            RFF+AAK:DA-5'
            DTM+334:202601051430:203'
            LOC+14+DEHAM'
            UNT+9+1'
            UNZ+1+REF77'
            """;

    private static Event event(String directory, String status, String reason) {
        Reading reading = Reading.of(STATUS.formatted(directory, status, reason).getBytes(StandardCharsets.US_ASCII));
        assertThat(reading.errors()).isEmpty();
        return ((TransportStatusDocument) reading.only().document()).consignments().getFirst().events().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "96A,21,DELIVERED", "98A,21,DELIVERED", "98B,21,OTHER", "01B,21,OTHER", "21B,21,OTHER", "01B,21:ZZZ:6,DELIVERED", "01B,21:113:9,DELIVERED",
        "96A,24,DEPARTED", "01B,24:ZZZ:6,DEPARTED", "96A,20,EXCEPTION", "96A,82,RETURNED", "21B,151,RETURNED", "21B,146,IN_TRANSIT", "96A,31,IN_TRANSIT"
    })
    void aStatusMeansWhatTheListOfItsDirectorySays(String directory, String status, Status meaning) {
        Event event = event(directory, status, "");

        assertThat(event.status()).isEqualTo(meaning);
        assertThat(event.code()).isEqualTo(status.split(":")[0]);
    }

    @Test
    void anEventHasItsTimePlaceAndReason() {
        Event event = event("96A", "23", "7:::Closed on Mondays");

        assertThat(event.at()).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(event.place()).isEqualTo("DEHAM");
        assertThat(event.reason()).isEqualTo("Closed on Mondays");
    }
}

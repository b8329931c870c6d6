package io.tradelane.mappings.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DespatchMessagesTest {

    @Test
    void everyLabelIsAPackageAndItsLinesAreKeptOnce() {
        Reading reading = Reading.ofResource("/io/tradelane/mappings/despatch/desadv-d96a-three-labels.edi");

        assertThat(reading.errors()).isEmpty();
        DespatchAdviceDocument advice = (DespatchAdviceDocument) reading.only().document();
        assertThat(advice.despatchedAt()).isEqualTo(OffsetDateTime.parse("2026-03-17T14:30:00Z"));
        assertThat(advice.estimatedArrival()).isEqualTo(LocalDate.of(2026, 3, 18));
        assertThat(advice.packages()).extracting(Package::sscc)
                .containsExactly("340123450000000017", "340123450000000024", "340123450000000031");
        assertThat(advice.packages()).extracting(unit -> unit.lines().size()).containsExactly(1, 1, 0);
        DespatchAdviceDocument.Line line = advice.packages().getFirst().lines().getFirst();
        assertThat(line.shipped()).isEqualTo(Quantity.of(600, "PCE"));
        assertThat(line.orderNumber()).isEqualTo("4500017");
        assertThat(line.orderLineNumber()).isEqualTo("10");
        assertThat(line.batch()).isEqualTo("LOT-8");
        assertThat(line.bestBefore()).isEqualTo(LocalDate.of(2027, 1, 31));
    }
}

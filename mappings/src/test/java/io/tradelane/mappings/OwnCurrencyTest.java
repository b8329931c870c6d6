package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code that is no currency is an error, and stays in the document for whoever knows what it means. */
class OwnCurrencyTest {
    private static final OrderDocument ORDER = (OrderDocument) Reading.of("""
            UNB+UNOC:3+4012345500004:14+5412345000013:14+260302:1000+REF0001'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+4500017+9'
            DTM+137:20260302:102'
            NAD+BY+4012345500004::9'
            NAD+SU+5412345000013::9'
            CUX+2:EUR:9'
            LIN+10++4006381333931:EN'
            QTY+21:1000:PCE'
            MOA+203:12500'
            PRI+AAA:12.50'
            UNS+S'
            UNT+12+1'
            UNZ+1+REF0001'
            """).only().document();

    @ParameterizedTest
    @ValueSource(strings = {"edifact:d96a", "x12:004010", "ubl", "opentrans", "cxml", "csv", "json"})
    void staysInTheOrder(String format) {
        Target target = Target.parse(format).orElseThrow();
        Envelope envelope = Envelope.of(
                new PartyAddress("SELLER", "ZZ"), new PartyAddress("BUYER", "ZZ"), "1",
                Instant.EPOCH);
        String text = new String(Translator.standard().write(List.of(ORDER), target, envelope), StandardCharsets.UTF_8).replace("EUR", "RMP");

        Reading read = Reading.of(text);

        assertThat(read.errors()).contains("CURRENCY_UNKNOWN");
        OrderDocument order = (OrderDocument) read.only().document();
        assertThat(order).isNotNull();
        assertThat(order.currency()).isEqualTo("RMP");
        assertThat(order.lines().getFirst().price().amount()).extracting(Money::currency).isEqualTo("RMP");
    }
}

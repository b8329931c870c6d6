package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.table.TableRoundTripTest;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that says no date gets that of its envelope, or of the day on which it came in: never a made-up one. */
class IssueDateTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 5);

    private static Stream<IdocDocuments.Written> idocs() {
        return IdocDocuments.all().stream();
    }

    private static String idoc(IdocDocuments.Written written) {
        return new String(IdocFamilyTest.write(written.document(), written.basicType()), StandardCharsets.UTF_8);
    }

    private static String without(String idoc, String... fields) {
        String text = idoc;
        for (String field : fields) {
            text = text.replaceAll("<" + field + ">[^<]*</" + field + ">", "");
        }
        return text;
    }

    private static Reading read(String text) {
        return Reading.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ReadOptions.defaults().receivedOn(RECEIVED));
    }

    @ParameterizedTest
    @MethodSource("idocs")
    void anIdocWithoutADateOfItsOwnIsOfTheDayInItsControlRecord(IdocDocuments.Written written) {
        Reading reading = read(without(idoc(written), "DATUM", "ISDD"));

        assertThat(reading.only().document().issueDate()).isEqualTo(reading.only().header().preparedAt().toLocalDate());
    }

    @ParameterizedTest
    @MethodSource("idocs")
    void anIdocWithoutAnyDateIsOfTheDayOnWhichItCameInAndSaysSo(IdocDocuments.Written written) {
        Reading reading = read(without(idoc(written), "DATUM", "ISDD", "CREDAT"));

        assertThat(reading.only().document().issueDate()).isEqualTo(RECEIVED);
        Finding finding = reading.findings().stream().filter(one -> one.code().name().equals("ISSUE_DATE_MISSING")).findFirst().orElseThrow();
        assertThat(finding.isError()).isFalse();
        assertThat(finding.message(Locale.ENGLISH)).contains("receipt");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("收到");
    }

    @Test
    void anOrderIdocSaysThatTheControlRecordsDateWasTaken() {
        IdocDocuments.Written order = IdocDocuments.all().stream().filter(one -> one.document() instanceof OrderDocument).findFirst().orElseThrow();

        assertThat(read(without(idoc(order), "DATUM")).warnings()).contains("ISSUE_DATE_MISSING");
    }

    @Test
    void aTableWithoutADateIsOfTheDayOnWhichItCameIn() {
        String text = new String(Translator.standard().write(
                List.of(TableRoundTripTest.order()), new Target(Format.CSV, ""), RoundTripTest.ENVELOPE), StandardCharsets.UTF_8);

        Reading reading = read(text.replaceFirst("(?i)issue date", "Remark of ours"));

        assertThat(reading.warnings()).contains("ISSUE_DATE_ASSUMED");
        assertThat(reading.only().document().issueDate()).isEqualTo(RECEIVED);
    }

    @Test
    void aTradacomsOrderWithoutADateIsOfTheDayOfItsFileElseRefused() {
        String orders = new String(Reading.bytes("/io/tradelane/mappings/tradacoms/orders-units-weights-and-traded-units.edi"), StandardCharsets.US_ASCII)
                .replace("ORD=PO-4711:SO-1:260301", "ORD=PO-4711:SO-1");

        Reading withFile = read(orders);
        Reading without = read(orders.replaceAll("(?m)^FIL=.*'$", "FIL=1+1'"));

        assertThat(withFile.warnings()).contains("ISSUE_DATE_MISSING");
        assertThat(withFile.only().document().issueDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(without.errors()).contains("ELEMENT_MISSING");
        assertThat(without.only().document()).isNull();
    }

    @Test
    void aCatalogueWithoutADateIsOfTheDayOnWhichItCameIn() {
        Reading reading = read(Gs1FamilyTest.notification("<tradeItem><gtin>14006381333938</gtin></tradeItem>")
                .replaceAll("<(sh:CreationDateAndTime|creationDateTime)>[^<]*</\\1>", ""));

        assertThat(reading.warnings()).contains("ISSUE_DATE_MISSING");
        assertThat(reading.only().document().issueDate()).isEqualTo(RECEIVED);
    }
}

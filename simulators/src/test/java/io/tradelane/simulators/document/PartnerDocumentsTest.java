package io.tradelane.simulators.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.simulators.bank.PaymentNotice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** What the peers write must be right by the standard, or a test with them proves nothing. */
class PartnerDocumentsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final List<OrderLine> LINES = List.of(
            new OrderLine(1, "6902345001060", "WT-310", "Mould insert 120x80 mm + pins", new BigDecimal("6"), "PCE", new BigDecimal("1250.00")),
            new OrderLine(2, "6902345001077", "WT-311", "Ejector pin set 4 mm", new BigDecimal("24"), "SET", new BigDecimal("86.50")));

    @ParameterizedTest
    @ValueSource(strings = {"96A", "01B"})
    void everyPaperOfAnOrderIsValid(String directory) throws Exception {
        var papers = new OrderPapers("5001234000038", "6902345000339", "PO-4711", TODAY, TODAY.plusDays(12), "EUR", directory, LINES);
        assertValid(papers.orders("R1").bytes());
        assertValid(papers.ordrsp("R2", "AB-1").bytes());
        assertValid(papers.desadv("R3", "LS-1", List.of("369023450000000019", "369023450000000026")).bytes());
        assertValid(papers.invoic("R4", "RE-1", "LS-1", "RF18539007547034", "DE77370400440532013022", TODAY.plusDays(30)).bytes());
    }

    @Test
    void paymentNoticeIsValid() throws Exception {
        var notice = new PaymentNotice("M-1", OffsetDateTime.of(TODAY.atTime(9, 30), ZoneOffset.UTC), "DE77370400440532013022",
                new BigDecimal("3590.00"), "EUR", "B-1", "E2E-1", "Fischer & Söhne <Bonn>", "DE02120300000000202051", "RF18539007547034",
                "Invoice RE-1");
        assertValid(notice.camt054());
    }

    private static void assertValid(byte[] bytes) throws IOException {
        var messages = new ArrayList<MessageResult>();
        var result = Translator.standard().read(new ByteArrayInputStream(bytes), ReadOptions.defaults(), messages::add);
        assertThat(result.findings()).isEmpty();
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.valid()).as(message.findings().toString()).isTrue();
            assertThat(message.document()).isNotNull();
        });
    }
}

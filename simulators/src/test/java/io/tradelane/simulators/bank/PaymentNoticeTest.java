package io.tradelane.simulators.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What the bank writes must be right by the standard, or a test with it proves nothing. */
class PaymentNoticeTest {

    @Test
    void noticeIsAValidCamt054() throws Exception {
        var notice = new PaymentNotice("M-1", OffsetDateTime.of(2026, 3, 4, 9, 30, 0, 0, ZoneOffset.UTC), "DE77370400440532013022",
                new BigDecimal("3590.00"), "EUR", "B-1", "E2E-1", "Fischer & Söhne <Bonn>", "DE02120300000000202051", "RF18539007547034",
                "Invoice RE-1");
        var messages = new ArrayList<MessageResult>();
        var result = Translator.standard().read(new ByteArrayInputStream(notice.camt054()), ReadOptions.defaults(), messages::add);
        assertThat(result.findings()).isEmpty();
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.valid()).as(message.findings().toString()).isTrue();
            assertThat(message.document()).isNotNull();
        });
    }
}

package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnmappedMessageTest {
    private static final String COMDIS = """
            UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+M1+COMDIS:D:96A:UN:EAN008'
            BGM+9+PC-1+9'
            DTM+137:20260105:102'
            UNT+4+M1'
            UNZ+1+REF77'
            """;

    @Test
    void aSoundMessageThatNobodyMapsIsNamedOnceAtItsHeader() {
        Reading reading = Reading.of(COMDIS);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.only().document()).isNull();
        assertThat(reading.only().findings()).hasSize(1);
        Finding finding = reading.only().findings().getFirst();
        assertThat(finding.position().segment()).isEqualTo("UNH");
        assertThat(finding.position().line()).isEqualTo(2);
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("The message was read and validated, but this hub does not process COMDIS yet.");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).isEqualTo("报文已读取并通过校验，但本平台暂不处理 COMDIS。");
        assertThat(finding.fix(Locale.ENGLISH)).contains("ORDERS");
    }

    @Test
    void aMessageWithErrorsIsReportedForThoseOnly() {
        Reading reading = Reading.of(COMDIS.replace("UNT+4", "UNT+5"));

        assertThat(reading.only().findings()).extracting(finding -> finding.code().name()).containsExactly("SEGMENT_COUNT_WRONG");
    }
}

package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import org.junit.jupiter.api.Test;

class MappedFormatsTest {

    @Test
    void namesDirectoriesAndJson() {
        MappedFormats formats = new MappedFormats();
        assertThat(formats.of(DocumentType.ORDER)).contains("D96A", "D01B", "X12:004010", "UBL:PEPPOL", "CXML", "JSON");
        assertThat(formats.of(DocumentType.PAYMENT_NOTIFICATION)).contains("JSON");
    }
}

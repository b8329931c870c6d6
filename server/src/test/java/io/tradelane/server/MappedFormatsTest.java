package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.WrittenFormats;
import org.junit.jupiter.api.Test;

class MappedFormatsTest {

    @Test
    void namesDirectoriesAndJson() {
        MappedFormats formats = new MappedFormats();
        assertThat(formats.of(DocumentType.ORDER)).contains("D96A", "D01B", WrittenFormats.JSON);
        assertThat(formats.of(DocumentType.PAYMENT_NOTIFICATION)).containsExactly(WrittenFormats.JSON);
    }
}

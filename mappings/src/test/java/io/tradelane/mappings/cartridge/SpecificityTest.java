package io.tradelane.mappings.cartridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of several declarations of a message counts. */
class SpecificityTest {
    private static final String FOLDER = "io/tradelane/mappings/cartridge/";
    private static final EdifactCartridge CARTRIDGE = EdifactCartridge.of(Map.of(
            "ORDERS", List.of(FOLDER + "order.xml", FOLDER + "order-eancom.xml", FOLDER + "order-partner.xml"),
            "INVOIC", List.of(FOLDER + "not-there.xml")));

    private static String read(String sender, String identifier) throws IOException {
        String text = "UNB+UNOC:3+" + sender + ":14+4012345500004:14+260105:0930+REF77'UNH+1+" + identifier
                + "'BGM+220+PO-1+9'DTM+137:20260105:102'RFF+ON:OTHER'UNS+S'UNT+6+1'UNZ+1+REF77'";
        List<BoundMessage> messages = new ArrayList<>();
        CARTRIDGE.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), Reading.of(Strictness.LENIENT, Limits.defaults()), messages::add);
        Row document = messages.getFirst().document();
        return document.layout().name() + " " + document.text("number");
    }

    @Test
    void thatForEverybodyCountsWhereNoOtherFits() throws IOException {
        assertThat(read("4399901000005", "ORDERS:D:96A:UN")).isEqualTo("order PO-1");
        assertThat(read("4399901000005", "ORDERS:D:96A:UN:EDIT30")).isEqualTo("order PO-1");
    }

    @Test
    void thatOfAnAssociationCountsBeforeIt() throws IOException {
        assertThat(read("4399901000005", "ORDERS:D:96A:UN:EAN008")).isEqualTo("eancom PO-1");
    }

    @Test
    void thatOfAPartnerCountsBeforeBothAndInItsDirectoriesOnly() throws IOException {
        assertThat(read("5412345000013", "ORDERS:D:96A:UN:EAN008")).isEqualTo("deviant OTHER");
        assertThat(read("5412345000013", "ORDERS:D:01B:UN:EAN010")).isEqualTo("eancom PO-1");
    }

    @Test
    void aDeclarationIsReadOnlyWhenItsMessageIsMet() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CARTRIDGE.newRow(new MappingKey("INVOIC", "D96A")))
                .withMessageContaining("not-there.xml");
        assertThat(CARTRIDGE.newRow(new MappingKey("ORDERS", "D96A")).layout().name()).isEqualTo("order");
    }
}

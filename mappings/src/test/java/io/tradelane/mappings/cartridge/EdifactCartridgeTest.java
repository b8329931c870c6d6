package io.tradelane.mappings.cartridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdifactCartridgeTest {

    private static final EdifactCartridge CARTRIDGE =
            EdifactCartridge.of(Map.of("ORDERS", List.of("io/tradelane/mappings/cartridge/order.xml")));

    private static final String ORDER = """
            UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+PO-4711+9'
            DTM+137:20260105:102'
            DTM+63:202601151200:203'
            FTX+AAI+++Deliver to?'s gate 3:Ring twice'
            FTX+AAI+++before noon'
            RFF+ON:NOT-A-CONTRACT'
            DTM+171:20200101:102'
            RFF+CT:C-9'
            DTM+171:20251224:102'
            NAD+BY+5412345000013::9++Buyer:Subsidiary'
            RFF+VA:BE123'
            NAD+SU+4012345500004::9'
            CUX+2:EUR:9'
            LIN+1++4000862141404:EN'
            PIA+1+A-1:SA+A-2:IN'
            PIA+5+B-1:SA'
            IMD+F++:::Long item de:scription'
            QTY+21:48:PCE'
            MOA+203:699.84'
            PRI+AAA:14,58'
            PRI+AAB:99'
            LIN+2++4000862141411:EN'
            QTY+12:1'
            QTY+21:5'
            UNS+S'
            CNT+2:2'
            UNT+28+1'
            UNZ+1+REF77'
            """;

    @Test
    void bindsWhatTheResourceDeclares() throws IOException {
        BoundMessage message = only(ORDER);
        assertThat(message.findings()).isEmpty();
        Row order = message.document();
        assertThat(order.text("number")).isEqualTo("PO-4711");
        assertThat(order.date("issueDate")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(order.dateTime("requestedDelivery")).isEqualTo(LocalDateTime.of(2026, 1, 15, 12, 0));
        assertThat(order.text("note")).isEqualTo("Deliver to's gate 3 Ring twice before noon");
        assertThat(order.text("contract")).isEqualTo("C-9");
        assertThat(order.date("contractDate")).isEqualTo(LocalDate.of(2025, 12, 24));
        assertThat(order.text("currency")).isEqualTo("EUR");
    }

    @Test
    void makesARowForEachGroupAndEachRepeatedSegment() throws IOException {
        Row order = only(ORDER).document();
        assertThat(order.rows("parties")).extracting(party -> party.text("role")).containsExactly("BY", "SU");
        assertThat(order.rows("parties").getFirst().text("vat")).isEqualTo("BE123");
        assertThat(order.rows("parties").getFirst().text("name")).isEqualTo("Buyer Subsidiary");
        assertThat(order.rows("lines")).hasSize(2);
        Row line = order.rows("lines").getFirst();
        assertThat(line.text("gtin")).isEqualTo("4000862141404");
        assertThat(line.decimal("quantity")).isEqualTo(new BigDecimal("48"));
        assertThat(line.decimal("price")).isEqualTo(new BigDecimal("14.58"));
        assertThat(line.text("description")).isEqualTo("Long item description");
        assertThat(line.rows("articles")).extracting(article -> article.text("id")).containsExactly("A-1", "B-1");
        assertThat(line.rows("articles").getFirst().text("second")).isEqualTo("A-2");
        assertThat(order.rows("lines").get(1).decimal("quantity")).isEqualTo(new BigDecimal("5"));
        assertThat(order.rows("lines").get(1).position().line()).isEqualTo(24);
    }

    @Test
    void sameResourceServesAnotherDirectory() throws IOException {
        BoundMessage message = only(ORDER.replace("D:96A", "D:01B"));
        assertThat(message.findings()).isEmpty();
        assertThat(message.document().text("number")).isEqualTo("PO-4711");
        assertThat(message.document().rows("lines")).hasSize(2);
    }

    @Test
    void messageWithoutDeclarationIsCheckedOnly() throws IOException {
        BoundMessage message = only(ORDER.replace("D:96A", "D:97A"));
        assertThat(message.document()).isNull();
        assertThat(message.findings()).isEmpty();
    }

    @Test
    void dateThatIsNoneIsAFinding() throws IOException {
        BoundMessage message = only(ORDER.replace("137:20260105:102", "137:20261305:102"));
        assertThat(message.findings()).extracting(Finding::code).containsExactly(EdifactError.VALUE_INVALID);
        assertThat(message.document().date("issueDate")).isNull();
    }

    @Test
    void writesWhatItReads() throws IOException {
        Row order = only(ORDER).document();
        String written = new String(CARTRIDGE.write(interchange(order, "D96A")), StandardCharsets.ISO_8859_1);
        assertThat(written).isEqualTo("""
                UNA:+.? '
                UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF78'
                UNH+M1+ORDERS:D:96A:UN'
                BGM+220+PO-4711+9'
                DTM+137:20260105:102'
                DTM+2:202601151200:203'
                FTX+AAI+++Deliver to?'s gate 3 Ring twice before noon'
                RFF+CT:C-9'
                DTM+171:20251224:102'
                NAD+BY+5412345000013::9++Buyer Subsidiary'
                RFF+VA:BE123'
                NAD+SU+4012345500004::9'
                CUX+2:EUR:9'
                LIN+1++4000862141404:EN'
                PIA+5+A-1:SA+A-2'
                PIA+5+B-1:SA'
                IMD+++:::Long item description'
                QTY+21:48:PCE'
                MOA+203:699.84'
                PRI+AAA:14.58'
                LIN+2++4000862141411:EN'
                QTY+21:5'
                UNS+S'
                CNT+2:2'
                UNT+23+M1'
                UNZ+1+REF78'
                """);
        assertThat(only(written).findings()).isEmpty();
    }

    @Test
    void cutsALongTextAndRepeatsTheSegment() throws IOException {
        Row order = only(ORDER).document();
        order.set("note", "word ".repeat(150));
        String written = new String(CARTRIDGE.write(interchange(order, "D96A")), StandardCharsets.ISO_8859_1);
        assertThat(written.lines().filter(line -> line.startsWith("FTX+AAI"))).hasSize(3);
        assertThat(only(written).document().text("note")).isEqualTo("word ".repeat(150).strip());
    }

    @Test
    void refusesToWriteWhatTheMessageCannotCarry() throws IOException {
        Row order = only(ORDER).document();
        order.set("number", "汉");
        assertThatThrownBy(() -> CARTRIDGE.write(interchange(order, "D96A")))
                .isInstanceOfSatisfying(UnwritableException.class, unwritable -> assertThat(unwritable.findings())
                        .extracting(Finding::code).containsExactly(EdifactError.CHARACTER_OUTSIDE_SET));
        order.set("number", "X".repeat(36));
        assertThatThrownBy(() -> CARTRIDGE.write(interchange(order, "D96A")))
                .isInstanceOfSatisfying(UnwritableException.class, unwritable -> assertThat(unwritable.findings().getFirst().path())
                        .isEqualTo("BGM/1004"));
    }

    private static OutboundInterchange interchange(Row order, String directory) {
        InterchangeHeader header = new InterchangeHeader(
                "UNOC", "3", new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"),
                LocalDateTime.of(2026, 1, 5, 9, 30), "REF78", null, false, false);
        MessageType type = new MessageType("ORDERS", directory, null);
        return new OutboundInterchange(header, List.of(new OutboundInterchange.OutboundMessage("M1", type, order)), true);
    }

    private static BoundMessage only(String interchange) throws IOException {
        List<BoundMessage> messages = new ArrayList<>();
        byte[] bytes = interchange.getBytes(StandardCharsets.ISO_8859_1);
        BoundInterchange result =
                CARTRIDGE.read(new ByteArrayInputStream(bytes), Reading.of(Strictness.LENIENT, Limits.defaults()), messages::add);
        assertThat(result.findings()).isEmpty();
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }
}

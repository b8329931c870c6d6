package io.tradelane.mappings.cartridge.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What families of documents need that are not like UBL: envelopes, document types, segments, endless lists. */
@Timeout(60)
class XmlFamiliesTest {
    private static final XmlCartridge CARTRIDGE = XmlCartridge.of(List.of("io/tradelane/mappings/cartridge/xml/shop.xml"));
    private static final String SEGMENTS = """
            <ORDERS04><IDOC BEGIN="1">
              <E1EDK03 SEGMENT="1"><IDDAT>012</IDDAT><DATUM>20260304</DATUM></E1EDK03>
              <E1EDK03><DATUM>00000000</DATUM><IDDAT>002</IDDAT></E1EDK03>
              <E1EDK03><DATUM>not a date</DATUM><IDDAT>099</IDDAT></E1EDK03>
              <E1EDKA1><PARVW>LF</PARVW><PARTN>100</PARTN></E1EDKA1>
              <E1EDKA1><PARTN>200</PARTN><PARVW>AG</PARVW></E1EDKA1>
              <E1EDKA1><PARTN>300</PARTN></E1EDKA1>
              <E1EDKT1 odd="0"><TDLINE>a</TDLINE></E1EDKT1><E1EDKT1 odd="1"><TDLINE>b</TDLINE></E1EDKT1><E1EDKT1 odd="1"><TDLINE>c</TDLINE></E1EDKT1>
              <E1EDP01><POSEX>10</POSEX><MENGE>1.000</MENGE></E1EDP01>
              <E1EDP01><POSEX>20</POSEX><MENGE>2.5-</MENGE></E1EDP01>
            </IDOC></ORDERS04>""";

    @ParameterizedTest
    @CsvSource({
        "<Header/><Request><OrderRequest orderID='1'/></Request>,shop-order",
        "<Request><InvoiceRequest/></Request>,shop-invoice",
        "<Response/>,shop-other"
    })
    void aDocumentIsKnownByWhatStandsInItsEnvelope(String content, String name) throws Exception {
        assertThat(read("<shop>" + content + "</shop>").name()).isEqualTo(name);
    }

    @Test
    void whatItHoldsMayStandFarBehind() throws Exception {
        String header = "<Header>" + "<Extrinsic>x</Extrinsic>".repeat(2000) + "</Header>";

        assertThat(read("<shop>" + header + "<Request><OrderRequest orderID='1'/></Request></shop>").row().text("number")).isEqualTo("1");
    }

    @Test
    void aDocumentTypeThatOnlyNamesItselfIsPassedOverWhereDeclared() throws Exception {
        BoundDocument read = read("<?xml version='1.0'?><!DOCTYPE shop SYSTEM 'http://192.0.2.1/shop.dtd'>"
                + "<shop><Request><OrderRequest orderID='7'><Comments xml:lang='de'>a &lt; b</Comments></OrderRequest></Request></shop>");

        assertThat(read.findings()).isEmpty();
        assertThat(read.row().text("comments")).isEqualTo("a < b");
        assertThat(read.row().text("language")).isEqualTo("de");
    }

    @Test
    void aDocumentTypeIsRefusedWhereItIsNotDeclared() throws Exception {
        assertThat(read("<!DOCTYPE strict SYSTEM 'x'><strict/>").findings()).extracting(Finding::code).containsExactly(XmlError.DOCTYPE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE shop [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE shop SYSTEM 'a.dtd' [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>",
        "<!DOCTYPE shop [<!ENTITY % p SYSTEM 'http://192.0.2.1/p'> %p;]>",
        "<!DOCTYPE shop [ <!ATTLIST shop a CDATA 'x'> ]>"
    })
    void aDocumentTypeThatDeclaresAnythingIsRefusedEverywhere(String doctype) throws Exception {
        BoundDocument read = read(doctype + "<shop><Request><OrderRequest orderID='&b;'/></Request></shop>");

        assertThat(read.findings()).extracting(Finding::code).containsExactly(XmlError.DOCTYPE_REFUSED);
        assertThat(read.row()).isNull();
    }

    @Test
    void anEntityIsRefusedBehindADocumentTypeThatWasPassedOver() throws Exception {
        for (String content : new String[] {"<Request><OrderRequest orderID='&x;'/></Request>", "<Request><OrderRequest orderID='1'>&x;</OrderRequest></Request>"}) {
            assertThat(read("<!DOCTYPE shop SYSTEM 'x'><shop>" + content + "</shop>").valid()).isFalse();
        }
    }

    @Test
    void writesTheDocumentTypeDeclared() {
        Row row = CARTRIDGE.newRow("shop-order").set("number", "7\n").set("comments", "\r]]> & <b>").set("language", "en");

        assertThat(new String(CARTRIDGE.write(row, XmlStyle.PLAIN), StandardCharsets.UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE shop SYSTEM "http://example.com/shop.dtd">
                <shop><Request><OrderRequest orderID="7&#10;"><Comments xml:lang="en">&#13;]]&gt; &amp; &lt;b&gt;</Comments></OrderRequest></Request></shop>""");
    }

    @Test
    void segmentsAreToldApartByAnElementInThem() throws Exception {
        BoundDocument read = read(SEGMENTS);
        Row message = read.row().rows("messages").getFirst();

        assertThat(read.findings()).isEmpty();
        assertThat(message.date("date")).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(message.has("delivery")).isFalse();
        assertThat(message.text("buyer")).isEqualTo("200");
        assertThat(message.text("others")).isEqualTo("100,300");
        assertThat(message.text("second")).isEqualTo("AG");
        assertThat(message.text("secondOdd")).isEqualTo("c");
        assertThat(message.rows("items")).extracting(row -> row.decimal("quantity")).containsExactly(new BigDecimal("1.000"), new BigDecimal("-2.5"));
    }

    @Test
    void segmentsAreWrittenWithWhatTellsThemApart() {
        Row row = CARTRIDGE.newRow("segments");
        row.add("messages").set("date", LocalDate.of(2026, 3, 4)).set("buyer", "200").add("items").set("number", "10");

        assertThat(new String(CARTRIDGE.write(row, XmlStyle.PLAIN), StandardCharsets.UTF_8)).endsWith(
                "<ORDERS05><IDOC><E1EDK03><IDDAT>012</IDDAT><DATUM>20260304</DATUM></E1EDK03>"
                        + "<E1EDKA1><PARVW>AG</PARVW><PARTN>200</PARTN></E1EDKA1><E1EDP01><POSEX>10</POSEX></E1EDP01></IDOC></ORDERS05>");
    }

    @Test
    void rowsThatStreamAreHandedOverAndNotKept() throws Exception {
        List<String> taken = new ArrayList<>();
        BoundDocument read = CARTRIDGE.read(
                stream(SEGMENTS), XmlLimits.defaults(), 100, (parent, row) -> taken.add(parent.text("buyer") + "/" + row.text("number")));

        assertThat(taken).containsExactly("200/10", "200/20");
        assertThat(read.row().rows("messages").getFirst().rows("items")).isEmpty();
    }

    @Test
    void theRootMayHaveANamespaceThatItsContentHasNot() throws Exception {
        byte[] written = CARTRIDGE.write(CARTRIDGE.newRow("unqualified").set("id", "1"), XmlStyle.PLAIN);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .endsWith("<g:message xmlns:g=\"urn:example:unqualified\"><header><id>1</id></header></g:message>");
        assertThat(CARTRIDGE.read(new ByteArrayInputStream(written), XmlLimits.defaults(), 1).row().text("id")).isEqualTo("1");
    }

    @Test
    void findingsAreBounded() throws Exception {
        String items = "<E1EDP01><MENGE>x</MENGE></E1EDP01>".repeat(500);
        BoundDocument read = CARTRIDGE.read(stream("<ORDERS05><IDOC>" + items + "</IDOC></ORDERS05>"), XmlLimits.defaults(), 20, (parent, row) -> { });

        assertThat(read.findings()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_WELL_FORMED,<strict><a></b></strict>", "NOT_WELL_FORMED,<strict/><strict/>", "NOT_WELL_FORMED,<strict>",
        "NOT_WELL_FORMED,<strict a='1' a='2'/>", "NOT_WELL_FORMED,<strict>&#1;</strict>", "NOT_WELL_FORMED,<strict/>text"
    })
    void whatIsNotWellFormedIsReported(XmlError error, String text) throws Exception {
        assertThat(read(text).findings()).extracting(Finding::code).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_DEEP,<strict>,<a>", "RUN_TOO_LONG,<strict>,xxxxxxxx", "RUN_TOO_LONG,<strict><!--,<a/>", "RUN_TOO_LONG,<strict a=',xxxxxxxx",
        "TOO_LARGE,<strict>,<a>x</a>", "RUN_TOO_LONG,<strict><![CDATA[,<a/>", "RUN_TOO_LONG,<!-- ,<<<<<<<<"
    })
    void whatNeverEndsIsRefusedInBoundedMemory(XmlError error, String start, String repeated) throws Exception {
        BoundDocument read = CARTRIDGE.read(endless(start, repeated), XmlLimits.ofBytes(8_000_000), 100);

        assertThat(read.findings()).extracting(Finding::code).containsExactly(error);
    }

    @Test
    void endlessRowsAreRefusedUnlessTheyAreHandedOver() throws Exception {
        XmlLimits limits = XmlLimits.ofBytes(14_000_000);
        AtomicInteger taken = new AtomicInteger();
        BoundDocument kept = CARTRIDGE.read(endless("<ORDERS05><IDOC>", "<E1EDP01/>"), limits, 100);
        BoundDocument handed = CARTRIDGE.read(endless("<ORDERS05><IDOC>", "<E1EDP01/>"), limits, 100, (parent, row) -> taken.incrementAndGet());

        assertThat(kept.byteEnd()).isLessThan(11_000_000);
        assertThat(kept.findings()).extracting(Finding::code).containsExactly(XmlError.TOO_LARGE);
        assertThat(handed.byteEnd()).isGreaterThan(13_000_000);
        assertThat(taken.get()).isGreaterThan(1_300_000);
    }

    private static InputStream endless(String start, String repeated) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] body = repeated.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long index = at++;
                return index < head.length ? head[(int) index] : body[(int) ((index - head.length) % body.length)];
            }
        };
    }

    private static BoundDocument read(String text) throws IOException {
        return CARTRIDGE.read(stream(text), XmlLimits.defaults(), 100);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

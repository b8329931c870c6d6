package io.tradelane.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.syntax.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks and tables that nobody meant well with. */
public class TableHostileTest {
    private static final String TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    private static final String SHEET = """
            <worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>
            <row r='1'><c r='A1' t='inlineStr'><is><t>PO</t></is></c><c r='B1' t='inlineStr'><is><t>Date</t></is></c>
            <c r='C1' t='s'><v>0</v></c><c r='D1' t='str'><v>Qty</v></c><c r='E1' t='str'><v>Currency</v></c></row>
            <row r='2'><c r='A2'><v>4711</v></c><c r='B2'><v>46083</v></c><c r='C2'><v>4.0123450000160E+12</v></c>
            <c r='D2'><f>1+2</f><v>3.0000000000000004</v></c><c r='E2' t='str'><v>EUR</v></c></row></sheetData></worksheet>""";
    private static final String STRINGS = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><r><t>EA</t></r><r><t>N</t></r></si></sst>";

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("xl/worksheets/sheet1.xml", SHEET);
        parts.put("xl/sharedStrings.xml", STRINGS);
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook as other programs write it, with texts apart and a formula. */
    public static byte[] workbook() throws IOException {
        return zip(parts());
    }

    private static Reading with(String part, String content) throws IOException {
        Map<String, String> parts = parts();
        parts.put(part, content);
        return Reading.of(zip(parts));
    }

    @Test
    void aWorkbookAsOtherProgramsWriteItIsRead() throws IOException {
        var order = (io.tradelane.trading.document.OrderDocument) Reading.of(workbook()).only().document();

        assertThat(order.number()).isEqualTo("4711");
        assertThat(order.issueDate()).hasToString("2026-03-02");
        assertThat(order.lines().getFirst().item().gtin()).isEqualTo("4012345000016");
        assertThat(order.lines().getFirst().quantity().value()).isEqualByComparingTo("3");
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() throws IOException {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><sst><si><t>&e;</t></si></sst>";

        assertThat(with("xl/sharedStrings.xml", entity).errors()).containsExactly("WORKBOOK_BROKEN");
        assertThat(with("xl/worksheets/sheet1.xml", entity).errors()).containsExactly("WORKBOOK_BROKEN");
        assertThat(with("xl/workbook.xml", "<workbook").errors()).containsExactly("WORKBOOK_BROKEN");
    }

    @Test
    void aCellThatStandsTwiceIsReadAsItsLastSays() throws IOException {
        String twice = SHEET.replace("<v>3.0000000000000004</v></c>", "<v>3</v></c><c r='D2' t='str'><v>S4</v></c>");

        assertThat(with("xl/worksheets/sheet1.xml", twice).errors()).containsExactly("NUMBER_INVALID");
    }

    @Test
    void aPartCompressedInAnotherWayIsRefused() throws IOException {
        byte[] zip = workbook();
        for (int at = 0; at + 12 < zip.length; at++) {
            boolean local = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 3 && zip[at + 3] == 4;
            boolean central = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
            if (local || central) {
                zip[at + (local ? 8 : 10)] = 93; // Zstandard
            }
        }

        assertThat(Reading.of(zip).errors()).containsExactly("WORKBOOK_BROKEN");
    }

    @Test
    void whatInflatesTooFarIsRefused() throws IOException {
        String zeros = "0".repeat(50_000_000);

        assertThat(with("xl/media/image1.png", zeros).valid()).isTrue();
        assertThat(with("xl/sharedStrings.xml", "<sst>" + "<si><t>0</t></si>".repeat(3_000_000) + "</sst>").errors()).containsExactly("WORKBOOK_TOO_LARGE");
        assertThat(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + "<row><c><v>1</v></c></row>".repeat(2_000_000)).errors())
                .containsExactly("WORKBOOK_TOO_LARGE");
        assertThat(with("xl/sharedStrings.xml", "<sst><si><t>" + zeros + "</t></si></sst>").errors()).hasSize(1).allMatch(code -> code.startsWith("WORKBOOK_"));
    }

    @Test
    void tooManyPartsColumnsAndRowsAreRefused() throws IOException {
        Map<String, String> many = parts();
        for (int i = 0; i < 1_100; i++) {
            many.put("xl/media/" + i, "");
        }
        assertThat(Reading.of(zip(many)).errors()).containsExactly("WORKBOOK_TOO_LARGE");
        assertThat(with("xl/worksheets/sheet1.xml", SHEET.replace("'D2'", "'XFD2'")).errors()).containsExactly("WORKBOOK_TOO_LARGE");
        assertThat(Reading.of("a,b\n" + "x,".repeat(2_000) + "\nc,d\ne,f").errors()).containsExactly("TABLE_TOO_LARGE");
        Limits few = new Limits(1_000_000, 1 << 16, 1 << 14, 1 << 14, 100, 10, 100);
        ReadOptions options = new ReadOptions(ReadOptions.defaults().codeLists(), few);
        assertThat(Reading.of(new ByteArrayInputStream("SKU,Qty\nA,1\n".repeat(200).getBytes(StandardCharsets.UTF_8)), options).errors()).containsExactly("TABLE_TOO_LARGE");
        Limits small = new Limits(1_000, 1 << 16, 1 << 14, 1 << 14, 10_000, 10, 100);
        assertThat(Reading.of(new ByteArrayInputStream("SKU,Qty\nA,1\n".repeat(2_000).getBytes(StandardCharsets.UTF_8)),
                new ReadOptions(ReadOptions.defaults().codeLists(), small)).errors()).containsExactly("TABLE_TOO_LARGE");
    }

    @Test
    void aZipThatIsNoWorkbookIsSaidToBeNone() throws IOException {
        assertThat(Reading.of(zip(Map.of("letter.txt", "hello"))).errors()).containsExactly("WORKBOOK_BROKEN");
        assertThat(Reading.of("PK\u0003\u0004 and then nothing of a zip at all").errors()).containsExactly("WORKBOOK_BROKEN");
    }

    @Test
    void aQuotationMarkThatNeverEndsIsAFinding() {
        Reading reading = Reading.of("SKU,Qty\nA-1,1\nA-2,2\nA-3,\"" + "x".repeat(3_000_000));

        assertThat(reading.errors()).containsExactly("ROW_BROKEN");
        assertThat(reading.findings().getFirst().position().line()).isEqualTo(4);
    }
}

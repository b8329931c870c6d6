package io.tradelane.mappings.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Documents;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {
    private static final String ORDER = """
            {"type": "ORDER", "document": {
              "number": "PO-1", "kind": "STANDARD", "function": "ORIGINAL", "issueDate": "2026-03-02", "currency": "EUR",
              "lines": [{"lineNumber": "1", "item": {"gtin": "4006381333931"}, "quantity": {"value": 2.50, "unit": "PCE"}}]
            }}
            """;

    private record Read(List<Finding> outer, List<JsonDocuments.Result> documents) {
        List<String> codes() {
            return documents.stream().flatMap(d -> d.findings().stream()).map(f -> f.code().name()).toList();
        }
    }

    private static Read read(String text) throws IOException {
        List<JsonDocuments.Result> documents = new ArrayList<>();
        List<Finding> outer = JsonDocuments.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults(), documents::add);
        return new Read(outer, documents);
    }

    @Test
    void everyDocumentComesBackAsItWas() throws IOException {
        String text = new String(JsonDocuments.write(Documents.all()), StandardCharsets.UTF_8);

        Read read = read(text);

        assertThat(read.outer()).isEmpty();
        assertThat(read.documents()).extracting(JsonDocuments.Result::document).isEqualTo(Documents.all());
        assertThat(text).doesNotContain("\"zero\"");
    }

    @Test
    void absentListsAreEmptyAndDecimalsKeepTheirDigits() throws IOException {
        Read read = read(ORDER);

        assertThat(read.codes()).isEmpty();
        var order = (OrderDocument) read.documents().getFirst().document();
        assertThat(order.parties()).isEmpty();
        assertThat(order.lines().getFirst().references()).isEmpty();
        assertThat(order.lines().getFirst().quantity().value().toPlainString()).isEqualTo("2.50");
    }

    @Test
    void theTypeMayStandBehindTheDocument() throws IOException {
        String document = ORDER.substring(ORDER.indexOf("\"document\""), ORDER.lastIndexOf('}'));

        Read read = read("{" + document.strip() + ", \"type\": \"ORDER\"}");

        assertThat(read.codes()).isEmpty();
        assertThat(read.documents().getFirst().document()).isNotNull();
    }

    @Test
    void everythingWrongIsFoundInOnePass() throws IOException {
        Read read = read("""
                {"type": "ORDER", "document": {
                  "number": "", "kind": "STANDERD", "function": "ORIGINAL", "issueDate": "2026-02-30", "currency": "EUR",
                  "total": {"amount": 5, "currency": "EUX"}, "colour": "red",
                  "lines": [{"lineNumber": "1", "item": {}, "quantity": {"value": "many", "unit": "PCE"}}, {"lineNumber": "2", "item": {}}]
                }}
                """);

        assertThat(read.outer()).isEmpty();
        assertThat(read.documents().getFirst().document()).isNull();
        assertThat(read.documents().getFirst().findings()).extracting(f -> f.code() + " " + f.path()).containsExactlyInAnyOrder(
                "VALUE_INVALID /document/kind",
                "VALUE_INVALID /document/issueDate",
                "CURRENCY_UNKNOWN /document/total/currency",
                "FIELD_UNKNOWN /document/colour",
                "VALUE_INVALID /document/lines/0/quantity/value",
                "FIELD_MISSING /document/number",
                "FIELD_MISSING /document/lines/1/quantity");
        assertThat(read.documents().getFirst().findings()).filteredOn(f -> "/document/kind".equals(f.path()))
                .allSatisfy(f -> assertThat(f.position().line()).isEqualTo(2));
    }

    @Test
    void whatIsNoDocumentIsSaid() throws IOException {
        assertThat(read("{}").codes()).containsExactly("TYPE_MISSING");
        assertThat(read("{\"type\":\"ORDER\"}").codes()).containsExactly("FIELD_MISSING");
        assertThat(read("{\"type\":\"PIZZA\",\"document\":{}}").codes()).containsExactly("TYPE_UNKNOWN");
        assertThat(read("[1]").codes()).containsExactly("TYPE_MISSING");
        assertThat(read("{\"type\":").outer()).extracting(f -> f.code().name()).containsExactly("NOT_JSON");
        assertThat(read(ORDER + "x").outer()).extracting(f -> f.code().name()).containsExactly("NOT_JSON");
        assertThat(read("[".repeat(10_000)).outer()).extracting(f -> f.code().name()).containsExactly("TOO_LARGE");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() throws IOException {
        Read exponent = read(ORDER.replace("2.50", "1E999999999"));
        Read digits = read(ORDER.replace("2.50", "1".repeat(1_000)));

        assertThat(exponent.codes()).isNotEmpty();
        assertThat(digits.outer()).extracting(f -> f.code().name()).containsExactly("TOO_LARGE");
    }

    private static InputStream apart(int blanks) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(("[" + ORDER + ",").getBytes(StandardCharsets.UTF_8)), new ByteArrayInputStream(" ".repeat(blanks).getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream((ORDER + "]").getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void anInterchangeMayBeAsLargeAsTheDoorAllowsAndNoLarger() throws IOException {
        Limits usual = Limits.defaults();
        Limits small = new Limits(1_000_000, usual.segmentBytes(), usual.elementBytes(), usual.freeTextBytes(), 1000, 1000, 100);
        List<JsonDocuments.Result> documents = new ArrayList<>();
        List<JsonDocuments.Result> cut = new ArrayList<>();

        assertThat(JsonDocuments.read(apart(60_000_000), usual, documents::add)).isEmpty();
        assertThat(JsonDocuments.read(apart(1_000_000), small, cut::add)).extracting(finding -> finding.code().name()).containsExactly("TOO_LARGE");
        assertThat(documents).extracting(JsonDocuments.Result::document).hasSize(2).doesNotContainNull();
        assertThat(cut).hasSize(1);
    }
}

package io.tradelane.mappings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    @TempDir
    private Path folder;

    private Path order;
    private Path broken;

    private record Run(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    @BeforeEach
    void writeFiles() throws IOException {
        byte[] good = Reading.bytes("/io/tradelane/mappings/order/orders-d96a-eancom.edi");
        order = Files.write(folder.resolve("a-order.edi"), good);
        String text = new String(good, StandardCharsets.UTF_8).replace("QTY+21:1000:PCE", "QTY+21:many:PCE");
        broken = Files.writeString(folder.resolve("b-broken.edi"), text);
    }

    private static Run validate(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ValidateCommand.run(strings(arguments), print(out), print(err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Run translate(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = TranslateCommand.run(strings(arguments), print(out), print(err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String[] strings(Object... arguments) {
        List<String> strings = new ArrayList<>();
        for (Object argument : arguments) {
            strings.add(argument.toString());
        }
        return strings.toArray(String[]::new);
    }

    @Test
    void aValidFileIsOkAndTheExitCodeZero() {
        Run run = validate(order);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("a-order.edi");
    }

    @Test
    void anErrorIsPrintedAsACompilerDoes() {
        Run run = validate(broken);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).anyMatch(line -> line.startsWith(broken + ":22:8: error NOT_NUMERIC: "));
    }

    @Test
    void textsComeInChineseToo() {
        assertThat(validate("--lang", "zh", broken).out()).containsPattern("error NOT_NUMERIC: .*\\p{IsHan}");
    }

    @Test
    void jsonHasOneObjectALineForEachFileOfAFolder() {
        Run run = validate("--json", folder);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(run.lines().get(0));
        JsonNode second = JsonMapper.shared().readTree(run.lines().get(1));
        assertThat(first.get("valid").asBoolean()).isTrue();
        assertThat(first.get("format").asString()).isEqualTo("EDIFACT");
        assertThat(first.get("version").asString()).isEqualTo("D96A");
        assertThat(first.get("type").asString()).isEqualTo("ORDERS");
        assertThat(first.get("messages").asInt()).isEqualTo(1);
        assertThat(second.get("errors").size()).isEqualTo(1);
        JsonNode error = second.get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo("NOT_NUMERIC");
        assertThat(error.get("standardCode").asString()).isEqualTo("37");
        assertThat(error.get("segment").asString()).isEqualTo("QTY");
        assertThat(error.get("element").asInt()).isEqualTo(1);
        assertThat(error.get("component").asInt()).isEqualTo(2);
        assertThat(error.get("value").asString()).isEqualTo("many");
        assertThat(error.get("line").asInt()).isEqualTo(22);
    }

    @Test
    void aWrongCallIsToldApartFromAWrongFile() {
        assertThat(validate().code()).isEqualTo(2);
        assertThat(validate(folder.resolve("missing.edi")).code()).isEqualTo(2);
        assertThat(validate("--lang", "fr", order).code()).isEqualTo(2);
        assertThat(validate("--help").code()).isZero();
        assertThat(translate(order).code()).isEqualTo(2);
        assertThat(translate(order, "--to", "pdf").code()).isEqualTo(2);
        assertThat(translate(folder.resolve("missing.edi"), "--to", "json").code()).isEqualTo(2);
    }

    @Test
    void anOrderGoesToJsonAndOnToAnotherDirectory() throws IOException {
        Path json = folder.resolve("order.json");
        assertThat(translate(order, "--to", "json", "--out", json).code()).isZero();

        Run run = translate(json, "--to", "edifact:d01b");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("UNH+1+ORDERS:D:01B:UN'", "BGM+220+4500017+9'");
        assertThat(Reading.of(run.out()).only().document())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Reading.of(Files.readAllBytes(json)).only().document());
        assertThat(translate(json, "--to", "D96A").out()).contains("ORDERS:D:96A:UN");
    }

    @Test
    void whatIsNotValidIsNotTranslated() {
        Run run = translate(broken, "--to", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("NOT_NUMERIC");
    }

    @Test
    void aTargetThatTheDocumentDoesNotHaveIsSaid() {
        Run run = translate(order, "--to", "edifact:d88a");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("edifact:D96A");
    }

    @Test
    void checksDocumentsAgainstTheirIndex() throws IOException {
        Files.writeString(folder.resolve("INDEX.tsv"), """
                path\tformat\ttype\texpected
                a-order.edi\tedifact\tORDERS\tvalid (by its source)
                b-broken.edi\tedifact\tORDERS\tvalid (by its source)
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = CheckCommand.run(strings(folder), print(out), System.err);

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("edifact ORDERS +1 +1")
                .contains("b-broken.edi: expected valid (by its source)")
                .contains("NOT_NUMERIC")
                .contains("2 files, 1 agree, 1 disagree");
    }
}

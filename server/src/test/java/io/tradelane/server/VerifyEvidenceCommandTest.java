package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says and how it ends; what it finds is tested where the packs are made. */
class VerifyEvidenceCommandTest {
    @TempDir
    Path folder;

    private String said = "";

    @Test
    void namesAFileThatIsNoPack() throws IOException {
        Path none = Files.writeString(folder.resolve("none.zip"), "not a zip");
        assertThat(run(none.toString())).isEqualTo(1);
        assertThat(said).contains("none.zip is no evidence pack", "broken, 0 parts");
        assertThat(run("--lang", "zh", none.toString())).isEqualTo(1);
        assertThat(said).contains("不是证据包", "已损坏");
    }

    @Test
    void namesWhatIsMissingAlsoAsJson() throws IOException {
        Path empty = folder.resolve("empty.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("payload/order.edi"));
        }
        assertThat(run("--json", empty.toString())).isEqualTo(1);
        assertThat(said).contains("\"whole\":false", "\"part\":\"manifest.json\"", "\"code\":\"MISSING\"");
    }

    @Test
    void aFileThatIsNotThereAndAWrongCallEndWithTwo() {
        assertThat(run(folder.resolve("nothing.zip").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = VerifyEvidenceCommand.run(arguments, stream, stream);
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}

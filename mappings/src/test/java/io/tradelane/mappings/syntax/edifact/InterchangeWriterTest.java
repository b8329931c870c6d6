package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class InterchangeWriterTest {

    @Test
    void writesCountsReferencesAndReleaseCharacters() throws IOException {
        InterchangeWriter writer = writer("UNOC", "3");
        writer.beginMessage("M1", new MessageType("ORDERS", "D96A", "EAN008"));
        segment(writer, "BGM", new String[][] {{"220", null, null, "it's 5+5:10?"}, {"PO-1"}, {"9"}, {null}});
        segment(writer, "DTM", new String[][] {{"137", "20260105", "102"}});
        segment(writer, "UNS", new String[][] {{"S"}});
        writer.endMessage();
        byte[] bytes = writer.finish();
        assertThat(writer.findings()).isEmpty();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo("UNA:+.? '"
                + "UNB+UNOC:3+A:14+B+260105:0930+R1++APP++1++1'UNH+M1+ORDERS:D:96A:UN:EAN008'"
                + "BGM+220:::it?'s 5?+5?:10??+PO-1+9'DTM+137:20260105:102'UNS+S'UNT+5+M1'UNZ+1+R1'");
        assertThat(Fixture.read(new ByteArrayInputStream(bytes), Strictness.STRICT, Limits.defaults()).findings()).isEmpty();
    }

    @Test
    void version4HasALongDateAndARepetitionSeparator() throws IOException {
        InterchangeWriter writer = writer("UNOW", "4");
        writer.beginMessage("M1", new MessageType("ORDERS", "D01B", null));
        segment(writer, "BGM", new String[][] {{"220"}, {"订单*1"}});
        segment(writer, "DTM", new String[][] {{"137", "20260105", "102"}});
        segment(writer, "UNS", new String[][] {{"S"}});
        writer.endMessage();
        byte[] bytes = writer.finish();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("UNA:+.?*'UNB+UNOW:4+A:14+B+20260105:0930+").contains("订单?*1");
        assertThat(Fixture.read(new ByteArrayInputStream(bytes), Strictness.STRICT, Limits.defaults()).findings()).isEmpty();
    }

    @Test
    void writesThePrintersMarksAsThoseOfAKeyboardWhereTheSetHasNone() {
        InterchangeWriter latin = writer("UNOC", "3");
        latin.beginMessage("M1", new MessageType("ORDERS", "D96A", null));
        segment(latin, "BGM", new String[][] {{"220", null, null, "Drill 6\u201327 \u00e9t\u00e9, Peter\u2019s"}, {"PO\u20111"}});
        segment(latin, "FTX", new String[][] {{"AAI"}, {null}, {null}, {"6\u20137 \u8ba2"}});
        assertThat(latin.findings()).extracting(Finding::code).as("only what has no such mark").containsExactly(EdifactError.CHARACTER_OUTSIDE_SET);
        assertThat(new String(latin.finish(), StandardCharsets.ISO_8859_1)).contains("BGM+220:::Drill 6-27 \u00e9t\u00e9, Peter?'s+PO-1'");

        InterchangeWriter unicode = writer("UNOW", "4");
        unicode.beginMessage("M1", new MessageType("ORDERS", "D01B", null));
        segment(unicode, "BGM", new String[][] {{"220"}, {"6\u20137"}});
        assertThat(new String(unicode.finish(), StandardCharsets.UTF_8)).contains("BGM+220+6\u20137'");
    }

    @Test
    void namesWhatItCannotWrite() {
        InterchangeWriter writer = writer("UNOA", "3");
        writer.beginMessage("M1", new MessageType("ORDERS", "D96A", null));
        segment(writer, "BGM", new String[][] {{"2200"}, {"lower"}});
        segment(writer, "DTM", new String[][] {{null, "20260105", "102"}});
        segment(writer, "QTY", new String[][] {{"21", "many"}});
        assertThat(writer.findings()).extracting(Finding::code).containsExactly(
                EdifactError.ELEMENT_TOO_LONG, EdifactError.CHARACTER_OUTSIDE_SET, EdifactError.COMPONENT_MISSING,
                EdifactError.NOT_NUMERIC);
        assertThat(writer.findings()).extracting(Finding::path)
                .containsExactly("BGM/C002/1001", "BGM/1004", "DTM/C507/2005", "QTY/C186/6060");
    }

    private static void segment(InterchangeWriter writer, String tag, String[][] values) {
        writer.segment(Directories.standard().find("D96A").orElseThrow().segment(SegmentTag.of(tag)), SegmentValues.of(values));
    }

    private static InterchangeWriter writer(String syntax, String version) {
        return new InterchangeWriter(new InterchangeHeader(
                syntax, version, new PartyAddress("A", "14"), new PartyAddress("B", null),
                LocalDateTime.of(2026, 1, 5, 9, 30), "R1", "APP", true, true), false);
    }
}

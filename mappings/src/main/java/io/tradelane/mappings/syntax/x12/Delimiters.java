package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.edifact.ServiceString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The separators of an interchange, as ISA names them by where they stand.
 *
 * @param repetition ISA11 from version 00402 on; 0 when there is none
 * @param component ISA16; 0 when it cannot be used
 * @param terminator the first byte of the terminator
 */
public record Delimiters(byte element, byte repetition, byte component, byte terminator) {

    public static final Delimiters USUAL = new Delimiters((byte) '*', (byte) '^', (byte) ':', (byte) '~');

    /** The usual ones; repetition began with 004020. */
    public static Delimiters ofVersion(String version) {
        return version.compareTo("004020") < 0 ? new Delimiters(USUAL.element(), (byte) 0, USUAL.component(), USUAL.terminator()) : USUAL;
    }

    /** Those of an interchange that begins so; {@code null} where there is no ISA that names them. */
    public static @Nullable Delimiters of(byte[] head) {
        int isa = new String(head, StandardCharsets.ISO_8859_1).indexOf("ISA");
        HeaderBytes header = isa < 0 ? null : HeaderBytes.of(Arrays.copyOfRange(head, isa, head.length));
        return header == null ? null : header.delimiters();
    }

    /** For the scanner; X12 has no release character, and its decimal mark is the point. */
    ServiceString service() {
        return new ServiceString(component, element, (byte) '.', (byte) 0, repetition, terminator);
    }

    /** To read ISA itself, in which the separators stand as values. */
    ServiceString ofHeader() {
        return new ServiceString((byte) 0, element, (byte) '.', (byte) 0, (byte) 0, terminator);
    }

    static boolean isUsable(byte b) {
        int c = b & 0xff;
        return c != 0 && c != ' ' && !(c < 0x80 && Character.isLetterOrDigit(c));
    }
}

package io.tradelane.portal.incident;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as a person edits them: segments one a line, and the line ends that were added for reading taken out again. */
record EditedText(String text, boolean oneLine, Charset charset) {

    static EditedText of(byte[] bytes, @Nullable String format) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        boolean oneLine = text.indexOf('\n') < 0 && "EDIFACT".equals(format);
        return new EditedText(oneLine ? text.replaceAll("(?<!\\?)'", "'\n") : text, oneLine, charset);
    }

    /** As a browser sends it. */
    static EditedText typed(String text, boolean oneLine, String charset) {
        return new EditedText(text.replace("\r\n", "\n"), oneLine, charset.equals("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** @throws CharacterCodingException if the character set lacks one of its characters */
    byte[] bytes() throws CharacterCodingException {
        ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(oneLine ? text.replace("\n", "") : text));
        byte[] edited = new byte[encoded.remaining()];
        encoded.get(edited);
        return edited;
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException latin) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}

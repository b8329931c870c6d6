package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which characters the bytes are: byte order mark, then the XML declaration, then UTF-8 (XML 1.0, appendix F). */
final class XmlEncoding {
    private static final int LOOK_AHEAD = 256;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

    private XmlEncoding() {}

    /** A reader that fails with {@link java.nio.charset.CharacterCodingException} on bytes that are no characters. */
    static Reader open(InputStream bytes) throws IOException {
        PushbackInputStream input = new PushbackInputStream(bytes, LOOK_AHEAD);
        byte[] head = input.readNBytes(LOOK_AHEAD);
        int mark = markLength(head);
        Charset charset = charset(head, mark);
        input.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                input,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static int markLength(byte[] head) {
        if (head.length >= 3 && at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF) {
            return 3;
        }
        boolean utf16 = head.length >= 2 && (at(head, 0) == 0xFE && at(head, 1) == 0xFF || at(head, 0) == 0xFF && at(head, 1) == 0xFE);
        return utf16 ? 2 : 0;
    }

    private static Charset charset(byte[] head, int mark) throws IOException {
        if (mark == 3) {
            return StandardCharsets.UTF_8;
        }
        if (mark == 2) {
            return at(head, 0) == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == 0 && head[1] == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length >= 2 && head[0] == '<' && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1).stripLeading());
        return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) throws IOException {
        // A declaration that can be read byte by byte cannot be UTF-16, whatever it says.
        if (name.toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new GuardedReader.Refusal(XmlError.BAD_ENCODING);
        }
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}

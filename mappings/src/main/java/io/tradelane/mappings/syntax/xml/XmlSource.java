package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which characters the bytes are: byte order mark, then the XML declaration, then UTF-8 (XML 1.0, appendix F). Blank
 * lines before the document are skipped: XML forbids them before a declaration, senders write them.
 */
final class XmlSource {
    private static final int LOOK_AHEAD = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

    private final PushbackInputStream bytes;
    private @Nullable PushbackReader characters;
    private int skippedLines;
    private int skippedColumns;
    private int skippedBytes;

    /** @throws Refusal if the bytes are in an encoding that is not known */
    XmlSource(InputStream input) throws IOException {
        bytes = new PushbackInputStream(input, LOOK_AHEAD);
        byte[] head = bytes.readNBytes(LOOK_AHEAD);
        skippedBytes = markLength(head);
        bytes.unread(head, skippedBytes, head.length - skippedBytes);
        Charset marked = marked(head);
        if (marked == null || marked == StandardCharsets.UTF_8) {
            skipBlanks();
            head = bytes.readNBytes(LOOK_AHEAD);
            bytes.unread(head);
        }
        String declared = declared(head);
        Charset charset = marked != null ? marked : declared == null ? StandardCharsets.UTF_8 : named(declared);
        boolean contradicts = declared != null && !declared.equalsIgnoreCase("UTF-8");
        if (charset != StandardCharsets.UTF_8 || contradicts) {
            characters = open(charset);
        }
    }

    /** What the parser shall read; {@code null} when it shall take the {@link #bytes}, which are UTF-8. */
    @Nullable Reader characters() {
        return characters;
    }

    InputStream bytes() {
        return new Utf8Stream(bytes);
    }

    /** Lines before the document. */
    int skippedLines() {
        return skippedLines;
    }

    /** Characters before the document on its first line. */
    int skippedColumns() {
        return skippedColumns;
    }

    int skippedBytes() {
        return skippedBytes;
    }

    /** Fails with {@link java.nio.charset.CharacterCodingException} on bytes that are no characters. */
    private PushbackReader open(Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int c = reader.read();
        while (isBlank(c)) {
            skipped(c);
            c = reader.read();
        }
        if (c >= 0) {
            reader.unread(c);
        }
        return reader;
    }

    private void skipBlanks() throws IOException {
        int b = bytes.read();
        while (isBlank(b)) {
            skipped(b);
            skippedBytes++;
            b = bytes.read();
        }
        if (b >= 0) {
            bytes.unread(b);
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\uFEFF';
    }

    private void skipped(int c) {
        skippedColumns = c == '\n' ? 0 : skippedColumns + 1;
        skippedLines += c == '\n' ? 1 : 0;
    }

    private static int markLength(byte[] head) {
        if (head.length >= 3 && at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF) {
            return 3;
        }
        boolean utf16 = head.length >= 2 && (at(head, 0) == 0xFE && at(head, 1) == 0xFF || at(head, 0) == 0xFF && at(head, 1) == 0xFE);
        return utf16 ? 2 : 0;
    }

    /** What the first bytes themselves say. */
    private static @Nullable Charset marked(byte[] head) {
        if (markLength(head) == 3) {
            return StandardCharsets.UTF_8;
        }
        if (head.length < 2) {
            return null;
        }
        boolean big = at(head, 0) == 0xFE && at(head, 1) == 0xFF || head[0] == 0 && head[1] == '<';
        boolean little = at(head, 0) == 0xFF && at(head, 1) == 0xFE || head[0] == '<' && head[1] == 0;
        return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : null;
    }

    private static @Nullable String declared(byte[] head) {
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? declared.group(1) : null;
    }

    private static Charset named(String name) throws IOException {
        // A declaration that can be read byte by byte cannot be UTF-16, whatever it says.
        if (name.toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(XmlError.BAD_ENCODING);
        }
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}

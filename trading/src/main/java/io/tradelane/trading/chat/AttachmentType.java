package io.tradelane.trading.chat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that go with a message: known by their first bytes, which have to agree with the name. */
enum AttachmentType {
    PDF("application/pdf", "255044462d", Set.of("pdf")),
    PNG("image/png", "89504e470d0a1a0a", Set.of("png")),
    JPEG("image/jpeg", "ffd8ff", Set.of("jpg", "jpeg")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", Set.of("xlsx")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304", Set.of("docx")),
    TEXT("text/plain", "", Set.of("txt", "csv", "edi"));

    private final String mediaType;
    private final byte[] magic;
    private final Set<String> extensions;

    AttachmentType(String mediaType, String magic, Set<String> extensions) {
        this.mediaType = mediaType;
        this.magic = HexFormat.of().parseHex(magic);
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<AttachmentType> of(String fileName, byte[] content) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.extensions.contains(extension)).filter(type -> type.matches(content)).findFirst();
    }

    private boolean matches(byte[] content) {
        return this == TEXT ? text(content) : content.length > magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /** UTF-8 without control characters. */
    private static boolean text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars()
                    .noneMatch(one -> one < ' ' && one != '\n' && one != '\r' && one != '\t');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}

package io.tradelane.trading.admission;

import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes, whatever its name and its sender say: PDF (ISO 32000), PNG (ISO/IEC 15948) or JPEG (ISO/IEC 10918). */
enum SniffedType {
    PDF("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'}),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
    JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private final String mediaType;
    private final byte[] magic;

    SniffedType(String mediaType, byte[] magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<SniffedType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> content.length >= type.magic.length && Arrays.equals(content, 0, type.magic.length, type.magic, 0, type.magic.length))
                .findFirst();
    }
}

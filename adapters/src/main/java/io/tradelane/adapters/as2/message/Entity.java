package io.tradelane.adapters.as2.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.util.encoders.DecoderException;

/**
 * A MIME entity (RFC 2045): header fields, an empty line, the body. The bytes it was read from are kept, since digests are made over
 * them.
 */
public final class Entity {
    private final Headers headers;
    private final byte[] bytes;
    private final int bodyStart;

    private Entity(Headers headers, byte[] bytes, int bodyStart) {
        this.headers = headers;
        this.bytes = bytes;
        this.bodyStart = bodyStart;
    }

    public static Entity of(Headers headers, byte[] body) {
        var out = new ByteArrayOutputStream(body.length + 512);
        headers.writeTo(out);
        out.writeBytes(new byte[] {'\r', '\n'});
        int bodyStart = out.size();
        out.writeBytes(body);
        return new Entity(headers, out.toByteArray(), bodyStart);
    }

    public static Entity parse(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == '\n') {
            return new Entity(Headers.of(), bytes, 1);
        }
        if (bytes.length > 1 && bytes[0] == '\r' && bytes[1] == '\n') {
            return new Entity(Headers.of(), bytes, 2);
        }
        int limit = Math.min(bytes.length, 64 * 1024);
        for (int i = 0; i + 1 < limit; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (bytes[i + 1] == '\n') {
                return new Entity(Headers.parse(bytes, 0, i), bytes, i + 2);
            }
            if (i + 2 < limit && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                return new Entity(Headers.parse(bytes, 0, i), bytes, i + 3);
            }
        }
        throw new MalformedMessage("No empty line ends the header of a MIME part");
    }

    public Headers headers() {
        return headers;
    }

    /** Header and body as they travelled. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes its header has, with the empty line. */
    int bodyStart() {
        return bodyStart;
    }

    /** The body as it travelled, its transfer encoding not undone. */
    public byte[] body() {
        return Arrays.copyOfRange(bytes, bodyStart, bytes.length);
    }

    /** The body with its transfer encoding (base64, quoted-printable) undone. */
    public byte[] content() {
        String encoding = headers.first("Content-Transfer-Encoding").orElse("binary").toLowerCase(Locale.ROOT).strip();
        try {
            return switch (encoding) {
                case "base64" -> Base64.getMimeDecoder().decode(body());
                case "quoted-printable" -> quotedPrintable(body());
                default -> body();
            };
        } catch (IllegalArgumentException | DecoderException | IOException broken) {
            throw new MalformedMessage("A body is not valid " + encoding);
        }
    }

    public ContentType contentType() {
        return headers.first("Content-Type").map(ContentType::parse).orElse(ContentType.OCTETS);
    }

    /** The last part of the name the sender gave, without any folder; empty when it gave none or an unusable one. */
    public Optional<String> fileName() {
        return headers.first("Content-Disposition").flatMap(FileName::of)
                .or(() -> contentType().parameter("name"))
                .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip())
                .filter(name -> !name.isEmpty() && name.length() <= 255 && name.chars().noneMatch(Character::isISOControl));
    }

    private static byte[] quotedPrintable(byte[] encoded) throws IOException {
        var out = new ByteArrayOutputStream(encoded.length);
        var in = new ByteArrayInputStream(encoded);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '=') {
                out.write(b);
                continue;
            }
            int first = in.read();
            int second = first == '\n' ? -2 : in.read();
            if (first == '\n' || first == '\r' && second == '\n') {
                continue;
            }
            int high = Character.digit(first, 16);
            int low = Character.digit(second, 16);
            if (high < 0 || low < 0) {
                throw new IOException("not a hexadecimal pair");
            }
            out.write(high << 4 | low);
        }
        return out.toByteArray();
    }
}

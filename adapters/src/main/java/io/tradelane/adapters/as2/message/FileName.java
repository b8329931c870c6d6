package io.tradelane.adapters.as2.message;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The file name in a {@code Content-Disposition}: as it stands there, in the form for other alphabets (RFC 2231: {@code filename*}),
 * in encoded words (RFC 2047), or in bare UTF-8.
 */
final class FileName {
    private FileName() {}

    static Optional<String> of(String disposition) {
        return extended(disposition).or(() -> ContentType.parse(disposition).parameter("filename")).map(FileName::decoded);
    }

    private static Optional<String> extended(String disposition) {
        if (!disposition.contains("*")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new ContentDisposition(disposition).getParameter("filename"));
        } catch (ParseException notStrictly) {
            return Optional.empty();
        }
    }

    private static String decoded(String name) {
        if (name.contains("=?")) {
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException asItIs) {
                return name;
            }
        }
        // A header is read byte by byte; a sender that writes UTF-8 there is understood by what the bytes give.
        String utf8 = new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return name.chars().anyMatch(c -> c > 0xff) || utf8.contains("\ufffd") ? name : utf8;
    }
}

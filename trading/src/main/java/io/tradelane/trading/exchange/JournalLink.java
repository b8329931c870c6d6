package io.tradelane.trading.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a chain of the journal, as it is hashed: {@code sha256(hash of the row before || text)}, where the text is a JSON array of
 * all that happened, as texts. A second implementation of {@code chain_state_transition} in V004, for whoever verifies.
 *
 * @param texts id, entity type, entity, from, event, to, actor's name, user and organisation, source, interchange, message, who sees it,
 *     details, microseconds since 1970
 * @param hash as it is stored, hexadecimal
 */
public record JournalLink(long seq, List<@Nullable String> texts, String hash) {

    /** What {@link #hash} has to be behind a row with the hash {@code previous}; that of no row is empty. */
    public static byte[] hash(byte[] previous, List<@Nullable String> texts) {
        StringBuilder text = new StringBuilder("[");
        for (String each : texts) {
            text.append(text.length() == 1 ? "" : ", ");
            quote(text, each);
        }
        return sha256(previous, text.append(']').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As PostgreSQL writes it. */
    private static void quote(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("null");
            return;
        }
        text.append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }

    private static byte[] sha256(byte[] previous, byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

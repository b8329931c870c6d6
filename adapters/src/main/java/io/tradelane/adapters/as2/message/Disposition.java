package io.tradelane.adapters.as2.message;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, as a receipt says it (RFC 4130, section 7.4.3; RFC 5402, section 5; RFC 8098).
 *
 * @param type {@code processed} or {@code failed}
 * @param kind {@code error}, {@code warning}, {@code failure}; null when all is well
 * @param text the reason, such as {@code decryption-failed}
 */
public record Disposition(String type, @Nullable String kind, @Nullable String text) {
    public static final Disposition PROCESSED = new Disposition("processed", null, null);
    public static final Disposition DUPLICATE_DOCUMENT = new Disposition("processed", "warning", "duplicate-document");
    public static final Disposition AUTHENTICATION_FAILED = error("authentication-failed");
    public static final Disposition DECRYPTION_FAILED = error("decryption-failed");
    public static final Disposition DECOMPRESSION_FAILED = error("decompression-failed");
    public static final Disposition INTEGRITY_CHECK_FAILED = error("integrity-check-failed");
    public static final Disposition INSUFFICIENT_MESSAGE_SECURITY = error("insufficient-message-security");
    public static final Disposition UNKNOWN_TRADING_RELATIONSHIP = error("unknown-trading-relationship");
    public static final Disposition UNEXPECTED_PROCESSING_ERROR = error("unexpected-processing-error");
    public static final Disposition INVALID_MESSAGE_ID = error("invalid-message-id");
    public static final Disposition UNSUPPORTED_FORMAT = new Disposition("failed", "failure", "unsupported format");

    private static final Pattern FORM =
            Pattern.compile("[^;]*;\\s*([A-Za-z-]+)\\s*(?:/\\s*([A-Za-z-]+)\\s*(?::\\s*([^\\r\\n]*))?)?.*");

    private static Disposition error(String text) {
        return new Disposition("processed", "error", text);
    }

    /** True when the partner has taken the message; a warning counts as taken. */
    public boolean accepted() {
        return type.equals("processed") && (kind == null || kind.equals("warning"));
    }

    @Override
    public String toString() {
        return "automatic-action/MDN-sent-automatically; " + type + (kind == null ? "" : "/" + kind + (text == null ? "" : ": " + text));
    }

    /** Reads the field of a receipt; what cannot be read counts as a failure, never as a success. */
    public static Disposition parse(String field) {
        var form = FORM.matcher(field);
        if (!form.matches()) {
            return new Disposition("failed", "failure", "unreadable disposition");
        }
        String kind = form.group(2) == null ? null : form.group(2).toLowerCase(Locale.ROOT);
        String text = form.group(3) == null ? null : form.group(3).strip();
        return new Disposition(form.group(1).toLowerCase(Locale.ROOT), kind, text);
    }
}

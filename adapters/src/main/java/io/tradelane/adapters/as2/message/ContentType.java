package io.tradelane.adapters.as2.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type with its parameters (RFC 2045, section 5.1). The type and the parameters' names are in lower case.
 *
 * @param mediaType such as {@code application/edifact}
 */
public record ContentType(String mediaType, Map<String, String> parameters) {
    public static final ContentType OCTETS = new ContentType("application/octet-stream", Map.of());

    public boolean is(String type) {
        return mediaType.equals(type);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Also reads {@code Content-Disposition} and {@code Disposition-Notification-Options}, which have the same form. */
    public static ContentType parse(String header) {
        var scanner = new Scanner(header);
        String type = scanner.until(";").toLowerCase(Locale.ROOT);
        var parameters = new LinkedHashMap<String, String>();
        while (scanner.more() && parameters.size() < 20) {
            String name = scanner.until("=;").toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && scanner.stoppedAt == '=') {
                parameters.putIfAbsent(name, scanner.value());
            }
        }
        return new ContentType(type, parameters);
    }

    private static final class Scanner {
        private final String text;
        private int at;
        private char stoppedAt;

        Scanner(String text) {
            this.text = text;
        }

        boolean more() {
            return at < text.length();
        }

        String until(String stops) {
            int start = at;
            while (more() && stops.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String read = text.substring(start, at).strip();
            stoppedAt = more() ? text.charAt(at++) : 0;
            return read;
        }

        String value() {
            while (more() && text.charAt(at) == ' ') {
                at++;
            }
            if (!more() || text.charAt(at) != '"') {
                return until(";");
            }
            at++;
            var value = new StringBuilder();
            while (more() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            until(";");
            return value.toString();
        }
    }
}

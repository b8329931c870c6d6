package io.tradelane.adapters.as2;

import io.tradelane.adapters.as2.message.Headers;
import java.io.InputStream;

/** An AS2 message as HTTP brings it, nothing read of its body yet. */
record As2Message(Headers headers, InputStream body) {

    /** Names may be quoted (RFC 4130, section 6.2); they are compared as they are, case included. */
    String name(String header) {
        String value = headers.first(header).orElse("").strip();
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return value;
    }

    /** Quotes a name where the standard asks for it. */
    static String quoted(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
        return plain ? name : '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}

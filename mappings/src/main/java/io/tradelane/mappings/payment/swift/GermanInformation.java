package io.tradelane.mappings.payment.swift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Field 86 in the structure of the German banks (DFÜ-Abkommen, annex 3, chapter 8): a business transaction code of three digits,
 * then sub-fields after {@code ?}: 20 to 29 and 60 to 63 remittance information, 30 bank, 31 account, 32 and 33 name. Polish and
 * Dutch banks use it with other separators.
 */
final class GermanInformation {
    /** A sub-field of remittance information is full with 27 characters and goes on in the next. */
    private static final int FULL = 27;
    private static final String[] KEYWORDS = {
        "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC", "PURP", "RREF"
    };

    private final Map<Integer, String> fields;

    private GermanInformation(Map<Integer, String> fields) {
        this.fields = fields;
    }

    /** Three digits, a separator, two digits. */
    static boolean recognises(String text) {
        return text.length() >= 6 && SwiftValues.digits(text.substring(0, 3)) && separator(text.charAt(3))
                && SwiftValues.digits(text.substring(4, 6));
    }

    private static boolean separator(char sign) {
        return sign == '?' || sign == '>' || sign == '<' || sign == '~' || sign == '^' || sign == '@';
    }

    static AccountInformation read(String first, List<String> lines, String ownAccount) {
        StringBuilder text = new StringBuilder(first);
        lines.subList(1, lines.size()).forEach(text::append);
        return new GermanInformation(fields(text.toString())).information(ownAccount);
    }

    private static Map<Integer, String> fields(String text) {
        Map<Integer, String> fields = new TreeMap<>();
        char separator = text.charAt(3);
        int start = 3;
        while (start >= 0 && start + 3 <= text.length()) {
            int next = next(text, separator, start + 1);
            int code = (text.charAt(start + 1) - '0') * 10 + text.charAt(start + 2) - '0';
            fields.merge(code, text.substring(start + 3, next < 0 ? text.length() : next), String::concat);
            start = next;
        }
        return fields;
    }

    private static int next(String text, char separator, int from) {
        int at = text.indexOf(separator, from);
        while (at >= 0 && !(at + 3 <= text.length() && SwiftValues.digits(text.substring(at + 1, at + 3)))) {
            at = text.indexOf(separator, at + 1);
        }
        return at;
    }

    private AccountInformation information(String ownAccount) {
        Map<String, StringBuilder> values = new TreeMap<>();
        StringBuilder current = values.computeIfAbsent("", key -> new StringBuilder());
        boolean full = true;
        for (Map.Entry<Integer, String> field : fields.entrySet()) {
            int code = field.getKey();
            if (code >= 20 && code <= 29 || code >= 60 && code <= 63) {
                current = append(field.getValue(), values, current, full);
                full = field.getValue().length() >= FULL;
            }
        }
        String account = fields.get(31);
        account = account == null ? value(values, "IBAN") : account.strip();
        if (account != null && (account.isEmpty() || !ownAccount.isEmpty() && account.endsWith(ownAccount))) {
            account = null;
        }
        String text = values.containsKey("SVWZ") ? value(values, "SVWZ") : value(values, "");
        if (text == null && values.size() == 1) {
            text = empty(fields.get(0));
        }
        String payer = value(values, "ABWA");
        return Remittance.of(SwiftValues.reference(value(values, "EREF")), text, payer == null ? name() : payer, account);
    }

    /** Keywords begin a sub-field, or follow within one; what stands before the first is free text. */
    private static StringBuilder append(String text, Map<String, StringBuilder> values, StringBuilder into, boolean full) {
        StringBuilder current = into;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            String keyword = keyword(text, at);
            if (keyword != null) {
                add(current, text.substring(from, at), full && from == 0);
                current = values.computeIfAbsent(keyword, key -> new StringBuilder());
                from = at + keyword.length() + 1;
                at = from - 1;
            }
        }
        add(current, text.substring(from), full && from == 0 || from > 0);
        return current;
    }

    private static void add(StringBuilder current, String text, boolean joined) {
        boolean apart = !current.isEmpty() && current.charAt(current.length() - 1) == ' ' || text.startsWith(" ");
        if (!joined && !apart && !text.isBlank() && !current.isEmpty()) {
            current.append(' ');
        }
        current.append(text);
    }

    /** {@code EREF+} anywhere, {@code EREF:} and {@code EREF/} at the start. */
    private static @Nullable String keyword(String text, int at) {
        for (String keyword : KEYWORDS) {
            int end = at + keyword.length();
            if (end < text.length() && text.startsWith(keyword, at)
                    && (text.charAt(end) == '+' || at == 0 && (text.charAt(end) == ':' || text.charAt(end) == '/'))) {
                return keyword;
            }
        }
        return null;
    }

    private @Nullable String name() {
        String first = fields.getOrDefault(32, "");
        String second = fields.getOrDefault(33, "");
        boolean joined = first.length() >= FULL || first.isEmpty() || second.isEmpty();
        return empty(first + (joined ? "" : " ") + second);
    }

    private static @Nullable String value(Map<String, StringBuilder> values, String key) {
        StringBuilder value = values.get(key);
        return value == null ? null : empty(value.toString());
    }

    private static @Nullable String empty(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.tradelane.mappings.payment.swift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What field 86 says of an entry, as far as the way is known in which the bank writes it.
 *
 * @param name of the other side
 * @param account of the other side
 * @param creditorReference structured, for example ISO 11649
 */
record AccountInformation(
        @Nullable String endToEndId,
        @Nullable String creditorReference,
        @Nullable String remittance,
        @Nullable String name,
        @Nullable String account) {
    static final AccountInformation NONE = new AccountInformation(null, null, null, null, null);
    /** A line at least this long was broken because it was full, not because a word ended. */
    private static final int FULL_LINE = 60;

    /** @param lines of all fields 86 of the entry, in their order */
    static AccountInformation read(List<String> lines, String ownAccount) {
        String first = lines.isEmpty() ? "" : lines.getFirst().stripLeading();
        if (GermanInformation.recognises(first)) {
            return GermanInformation.read(first, lines, ownAccount);
        }
        String text = joined(lines);
        return SlashInformation.recognises(text) ? SlashInformation.read(text) : FreeInformation.read(text);
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean full = true;
        for (String line : lines) {
            if (!full && !line.startsWith("/")) {
                text.append(' ');
            }
            text.append(line);
            full = line.length() >= FULL_LINE;
        }
        return text.toString().strip();
    }
}

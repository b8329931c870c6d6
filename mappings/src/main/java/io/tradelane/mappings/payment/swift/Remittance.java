package io.tradelane.mappings.payment.swift;

import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Finds a structured creditor reference (ISO 11649) in free text, and puts one there. */
final class Remittance {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 25;

    private Remittance() {}

    static AccountInformation of(
            @Nullable String endToEndId, @Nullable String text, @Nullable String name, @Nullable String account) {
        String reference = reference(text);
        return new AccountInformation(endToEndId, reference, without(text, reference), name, account);
    }

    /** The first word that is a reference with the right check digits. */
    static @Nullable String reference(@Nullable String text) {
        if (text == null || !text.contains("RF")) {
            return null;
        }
        StringTokenizer words = new StringTokenizer(text, " /,;:");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (checked(word)) {
                return word;
            }
        }
        return null;
    }

    /** A reference that leads the text was put before it; elsewhere the text stays whole. */
    static @Nullable String without(@Nullable String text, @Nullable String reference) {
        if (text == null || reference == null || !text.startsWith(reference)) {
            return text;
        }
        String rest = text.substring(reference.length()).strip();
        return rest.isEmpty() ? null : rest;
    }

    static @Nullable String with(@Nullable String text, @Nullable String reference) {
        if (reference == null || text != null && text.contains(reference)) {
            return text;
        }
        return text == null ? reference : reference + " " + text;
    }

    /** ISO 7064 modulo 97-10. */
    private static boolean checked(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST || !word.startsWith("RF")) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < word.length(); i++) {
            char sign = word.charAt((i + 4) % word.length());
            boolean digit = sign >= '0' && sign <= '9';
            if (!digit && (sign < 'A' || sign > 'Z')) {
                return false;
            }
            remainder = digit ? (remainder * 10 + sign - '0') % 97 : (remainder * 100 + sign - 'A' + 10) % 97;
        }
        return remainder == 1;
    }
}

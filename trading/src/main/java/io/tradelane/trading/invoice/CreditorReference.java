package io.tradelane.trading.invoice;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Structured creditor references of ISO 11649: {@code RF}, two check digits (ISO 7064 modulo 97-10), up to 21 letters
 * and digits.
 */
public final class CreditorReference {

    private CreditorReference() {}

    /** As it is compared: without spaces, upper case. */
    public static String normalised(String reference) {
        return reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /**
     * A reference for an invoice; signs other than letters and digits are left out, and of a long number the end
     * counts.
     */
    public static String of(String invoiceNumber, int year) {
        String number = invoiceNumber.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String body = "%02d".formatted(year % 100) + number.substring(Math.max(0, number.length() - 19));
        return "RF" + checkDigits(body) + body;
    }

    public static boolean isValid(String reference) {
        String value = normalised(reference);
        return value.matches("RF[0-9]{2}[A-Z0-9]{1,21}")
                && checkDigits(value.substring(4)).equals(value.substring(2, 4));
    }

    private static String checkDigits(String body) {
        StringBuilder digits = new StringBuilder();
        (body + "RF00").chars().forEach(sign -> digits.append(Character.getNumericValue(sign)));
        return "%02d".formatted(98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue());
    }
}

package io.tradelane.mappings.payment.swift;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The account of field 25, as banks write it.
 *
 * @param number IBAN or the bank's own, without spaces and without the currency that some append
 * @param bank BIC or national bank code, where it stands before a slash or on a second line
 */
record Accounts(String number, @Nullable String bank) {

    static Accounts of(String first, @Nullable String second) {
        String text = first.replace(" ", "");
        int slash = text.indexOf('/');
        String bank = slash > 0 && slash < text.length() - 1 ? text.substring(0, slash) : null;
        String number = slash < 0 || slash == text.length() - 1 ? text : text.substring(slash + 1);
        return new Accounts(withoutCurrency(number), bank == null && second != null && !second.isBlank() ? second.strip() : bank);
    }

    private static String withoutCurrency(String number) {
        int end = number.length() - 3;
        if (end < 5 || !Character.isDigit(number.charAt(end - 1))) {
            return number;
        }
        try {
            Currency.getInstance(number.substring(end));
            return number.substring(0, end);
        } catch (IllegalArgumentException noCurrency) {
            return number;
        }
    }

    /** Two letters, two digits, then letters and digits: 15 to 34 characters (ISO 13616). */
    static boolean isIban(String text) {
        if (text.length() < 15 || text.length() > 34) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean letter = sign >= 'A' && sign <= 'Z';
            boolean digit = sign >= '0' && sign <= '9';
            if (i < 2 ? !letter : i < 4 ? !digit : !letter && !digit) {
                return false;
            }
        }
        return true;
    }
}

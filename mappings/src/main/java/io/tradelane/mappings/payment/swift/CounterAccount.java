package io.tradelane.mappings.payment.swift;

import org.jspecify.annotations.Nullable;

/**
 * The other side of an entry and the reference it carries, from field 86 and from what some banks write into field 61: Rabobank put
 * account and name into the reference with the account padded to 16 places, later the account alone into the supplementary details.
 */
record CounterAccount(@Nullable String reference, @Nullable String name, @Nullable String account) {
    private static final int PADDED = 16;

    static CounterAccount of(StatementLine line, AccountInformation told) {
        String customer = line.customerReference();
        String reference = SwiftValues.reference(customer);
        String name = told.name();
        String account = told.account();
        int gap = customer.indexOf("  ");
        if (gap > 0 && gap < PADDED && customer.length() >= PADDED) {
            String first = customer.substring(0, gap);
            reference = null;
            account = account == null && SwiftValues.reference(first) != null ? first : account;
            name = name == null ? customer.substring(gap).strip() : name;
        }
        String details = line.details();
        if (account == null && (Accounts.isIban(details) || details.length() == 10 && SwiftValues.digits(details) && !zeros(details))) {
            account = details;
        }
        return new CounterAccount(codeWord(reference) ? null : reference, name, account);
    }

    /** Says where in field 86 the reference is. */
    private static boolean codeWord(@Nullable String reference) {
        return reference != null && switch (reference) {
            case "EREF", "PREF", "MARF", "KREF", "MREF", "KREF+", "EREF+", "MREF+", "STARTUMS" -> true;
            default -> false;
        };
    }

    private static boolean zeros(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }
}

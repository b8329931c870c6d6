package io.tradelane.mappings.payment.swift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Field 86 with code words between slashes, as Dutch banks write it (ABN AMRO, ING, Rabobank, Knab, bunq):
 * {@code /EREF/…/BENM//NAME/…/REMI/…/ISDT/…}.
 */
final class SlashInformation {
    private static final Set<String> CODES = Set.of(
            "TRTP", "RTYP", "TRCD", "IBAN", "BBAN", "BIC", "NAME", "REMI", "EREF", "PREF", "IREF", "MARF", "CSID", "ORDP", "BENM",
            "ISDT", "RTRN", "NRTX", "PIND", "ADDR", "PURP", "CNTP", "SVCL", "ULTD", "ULTC", "ULTB", "ID", "OCMT", "EXCH", "CHGS");
    /** With one of these a text is in this form, and not only one with slashes in it. */
    private static final String[] CERTAIN = {"/REMI/", "/EREF/", "/NAME/", "/IBAN/", "/TRTP/", "/RTYP/", "/CNTP/", "/PREF/", "/MARF/"};

    private final Map<String, String> values = new LinkedHashMap<>();

    private SlashInformation() {}

    static boolean recognises(String text) {
        if (!text.startsWith("/")) {
            return false;
        }
        for (String code : CERTAIN) {
            if (text.contains(code)) {
                return true;
            }
        }
        return false;
    }

    static AccountInformation read(String text) {
        SlashInformation information = new SlashInformation();
        information.parse(text);
        return information.information();
    }

    private void parse(String text) {
        String code = "";
        int from = 0;
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at)) {
            int end = text.indexOf('/', at + 1);
            if (end < 0) {
                break;
            }
            String word = text.substring(at + 1, end);
            if (CODES.contains(word)) {
                keep(code, from < at ? text.substring(from, at) : "");
                code = word;
                from = end + 1;
                at = end;
            } else {
                at++;
            }
        }
        keep(code, text.substring(Math.min(from, text.length())));
    }

    private void keep(String code, String value) {
        String text = value.strip();
        while (text.endsWith("/") && !code.equals("CNTP") && !code.equals("REMI")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!text.isEmpty()) {
            values.putIfAbsent(code, text);
        }
    }

    private AccountInformation information() {
        String account = values.getOrDefault("IBAN", values.get("BBAN"));
        String name = values.get("NAME");
        String[] other = values.getOrDefault("CNTP", "").split("/", -1);
        if (account == null && !other[0].isBlank()) {
            account = other[0].strip();
        }
        if (name == null && other.length > 2 && !other[2].isBlank()) {
            name = other[2].strip();
        }
        String remittance = remittance(values.get("REMI"));
        String reference = structured(values.get("REMI"));
        String endToEnd = SwiftValues.reference(values.get("EREF"));
        String compact = account == null ? null : account.replace(" ", "");
        if (reference != null) {
            return new AccountInformation(endToEnd, reference, null, name, compact);
        }
        return Remittance.of(endToEnd, remittance == null ? values.get("PREF") : remittance, name, compact);
    }

    /** {@code STRD/CUR/reference/}: structured, with the issuer of its rules. */
    private static @Nullable String structured(@Nullable String remittance) {
        if (remittance == null || !remittance.startsWith("STRD/")) {
            return null;
        }
        String[] parts = remittance.split("/", -1);
        return parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : null;
    }

    /** {@code USTD//text/} as ING writes it, or the text at once. */
    private static @Nullable String remittance(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.startsWith("USTD//") ? text.substring("USTD//".length()) : text;
        while (plain.endsWith("/") || plain.startsWith("/")) {
            plain = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain.substring(1);
        }
        return plain.isBlank() ? null : plain.strip();
    }
}

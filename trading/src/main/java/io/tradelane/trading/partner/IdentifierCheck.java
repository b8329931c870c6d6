package io.tradelane.trading.partner;

import io.tradelane.trading.shared.CheckDigit;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a party identifier can be one of its scheme. */
public final class IdentifierCheck {
    public static final String VAT = "VAT";
    public static final String LEI = "LEI";
    /** Unified social credit code of China: GB 32100-2015. */
    public static final String USCC = "USCC";
    /** Of a register of companies. */
    public static final String REGISTRATION = "REGISTRATION";
    private static final int LONGEST = 100;
    private static final Pattern ADDRESS = Pattern.compile("EDI(:[A-Z0-9]{1,4})?");
    private static final Pattern DUNS = Pattern.compile("\\d{9}");
    /** ISO 9362: party prefix, country, party suffix, and the branch. */
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    /** ISO 17442: 18 characters and two check digits of ISO 7064 MOD 97-10. */
    private static final Pattern LEGAL_ENTITY = Pattern.compile("[A-Z0-9]{18}\\d{2}");
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int USCC_LENGTH = 18;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    /** By country: what VIES publishes for the member states, and their tax offices for others. */
    private static final Map<String, Pattern> VAT_NUMBERS = Map.ofEntries(
            vat("AT", "U\\d{8}"), vat("BE", "[01]\\d{9}"), vat("BG", "\\d{9,10}"), vat("CY", "\\d{8}[A-Z]"), vat("CZ", "\\d{8,10}"),
            vat("DE", "\\d{9}"), vat("DK", "\\d{8}"), vat("EE", "\\d{9}"), vat("EL", "\\d{9}"), vat("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            vat("FI", "\\d{8}"), vat("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"), vat("HR", "\\d{11}"), vat("HU", "\\d{8}"),
            vat("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"), vat("IT", "\\d{11}"), vat("LT", "\\d{9}|\\d{12}"), vat("LU", "\\d{8}"),
            vat("LV", "\\d{11}"), vat("MT", "\\d{8}"), vat("NL", "[A-Z0-9+*]{10}\\d{2}"), vat("PL", "\\d{10}"), vat("PT", "\\d{9}"),
            vat("RO", "\\d{2,10}"), vat("SE", "\\d{12}"), vat("SI", "\\d{8}"), vat("SK", "\\d{10}"), vat("XI", "\\d{9}|\\d{12}|(GD|HA)\\d{3}"),
            vat("GB", "\\d{9}|\\d{12}|(GD|HA)\\d{3}"), vat("CHE", "\\d{9}(MWST|TVA|IVA)?"), vat("NO", "\\d{9}(MVA)?"), vat("CN", "[A-Z0-9]{15,20}"));

    private IdentifierCheck() {}

    /**
     * @return a key for what is wrong: {@code required}, {@code too-long}, {@code scheme}, {@code gln}, {@code duns}, {@code vat},
     *     {@code lei}, {@code bic}, {@code uscc}; empty when nothing is
     */
    public static Optional<String> problem(PartyIdentifier identifier) {
        String value = identifier.value();
        if (value.isBlank() || value.length() > LONGEST) {
            return Optional.of(value.isBlank() ? "required" : "too-long");
        }
        return switch (identifier.scheme()) {
            case PartyIdentifier.GLN -> unless(CheckDigit.isGln(value), "gln");
            case PartyIdentifier.DUNS -> unless(DUNS.matcher(value).matches(), "duns");
            case PartyIdentifier.BIC -> unless(BIC.matcher(value).matches(), "bic");
            case VAT -> unless(isVat(value), "vat");
            case LEI -> unless(isLei(value), "lei");
            case USCC -> unless(isUscc(value), "uscc");
            case PartyIdentifier.AS2, REGISTRATION -> Optional.empty();
            default -> unless(ADDRESS.matcher(identifier.scheme()).matches(), "scheme");
        };
    }

    /** With the country in front, as it is written on invoices. */
    private static boolean isVat(String value) {
        return VAT_NUMBERS.entrySet().stream().anyMatch(country ->
                value.startsWith(country.getKey()) && country.getValue().matcher(value.substring(country.getKey().length())).matches());
    }

    private static boolean isLei(String value) {
        if (!LEGAL_ENTITY.matcher(value).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** The 18th character makes the sum of values times powers of 3 a multiple of 31 (GB 32100-2015, section 4.5). */
    private static boolean isUscc(String value) {
        if (value.length() != USCC_LENGTH || value.chars().anyMatch(c -> USCC_ALPHABET.indexOf(c) < 0)) {
            return false;
        }
        int sum = 0;
        for (int i = 0, weight = 1; i < value.length() - 1; i++, weight = weight * 3 % USCC_ALPHABET.length()) {
            sum += USCC_ALPHABET.indexOf(value.charAt(i)) * weight;
        }
        return USCC_ALPHABET.charAt((USCC_ALPHABET.length() - sum % USCC_ALPHABET.length()) % USCC_ALPHABET.length()) == value.charAt(value.length() - 1);
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }

    private static Map.Entry<String, Pattern> vat(String country, String number) {
        return Map.entry(country, Pattern.compile(number));
    }
}

package io.tradelane.trading.shared;

/** The GS1 modulo-10 check digit that ends a GTIN, a GLN and an SSCC (GS1 General Specifications, section 7.9). */
public final class CheckDigit {

    private CheckDigit() {}

    /** Whether the last digit of {@code digits} is the right check digit of those before it; false for anything but digits. */
    public static boolean isValid(String digits) {
        return digits.length() >= 2
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && of(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1) - '0';
    }

    /** The check digit to append to {@code digits}. */
    public static int of(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10;
    }

    public static boolean isGln(String value) {
        return value.length() == 13 && isValid(value);
    }

    public static boolean isGtin(String value) {
        return (value.length() == 8 || value.length() == 12 || value.length() == 13 || value.length() == 14) && isValid(value);
    }

    public static boolean isSscc(String value) {
        return value.length() == 18 && isValid(value);
    }
}

package io.tradelane.mappings.syntax.edifact;

import org.jspecify.annotations.Nullable;

/**
 * The service characters of an interchange: UNA, or the defaults.
 *
 * @param repetition 0 when the interchange has none
 */
public record ServiceString(byte component, byte element, byte decimal, byte release, byte repetition, byte terminator) {

    public static final ServiceString DEFAULT = of(":+.? '");
    public static final ServiceString DEFAULT_VERSION_4 = of(":+.?*'");

    /** @param una the six characters behind {@code UNA} */
    static ServiceString of(String una) {
        byte repetition = (byte) (una.charAt(4) == ' ' ? 0 : una.charAt(4));
        return new ServiceString(
                (byte) una.charAt(0), (byte) una.charAt(1), (byte) una.charAt(2),
                (byte) (una.charAt(3) == ' ' ? 0 : una.charAt(3)), repetition, (byte) una.charAt(5));
    }

    ServiceString withRepetition(byte separator) {
        return new ServiceString(component, element, decimal, release, separator, terminator);
    }

    /** The character, in quotes, that makes it unusable; {@code null} when nothing does. */
    @Nullable String problem() {
        byte[] separators = {component, element, terminator, release};
        for (int i = 0; i < separators.length; i++) {
            if (separators[i] == 0 && i < 3) {
                return "\" \"";
            }
            if (Character.isLetterOrDigit(separators[i] & 0xff) || separators[i] == ' ') {
                return "\"" + (char) (separators[i] & 0xff) + "\"";
            }
            for (int j = 0; j < i; j++) {
                if (separators[i] == separators[j]) {
                    return "\"" + (char) (separators[i] & 0xff) + "\"";
                }
            }
        }
        return null;
    }

    boolean isDecimalMark(byte b) {
        return b == '.' || b == ',' || b == decimal;
    }
}

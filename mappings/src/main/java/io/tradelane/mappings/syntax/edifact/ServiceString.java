package io.tradelane.mappings.syntax.edifact;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The service characters of an interchange: UNA, or the defaults.
 *
 * @param repetition 0 when the interchange has none
 */
public record ServiceString(byte component, byte element, byte decimal, byte release, byte repetition, byte terminator) {

    public static final ServiceString DEFAULT = of(":+.? '");
    public static final ServiceString DEFAULT_VERSION_4 = of(":+.?*'");

    private static final int ADVICE = 9;

    /** Those of an interchange that begins so: what its UNA says, else what its UNB shows, else the usual ones. */
    public static ServiceString of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int una = text.indexOf("UNA");
        int unb = text.indexOf("UNB");
        if (una >= 0 && (unb < 0 || una < unb) && text.length() >= una + ADVICE) {
            String six = text.substring(una + 3, una + ADVICE);
            return of(ServiceGuess.isShort(six) ? six.substring(0, 4) + " " + six.charAt(4) : six);
        }
        ServiceString guessed = unb < 0 ? null : ServiceGuess.of(text.substring(unb));
        return guessed == null ? DEFAULT : guessed;
    }

    /** How long the advice is that these bytes begin with; 0 for none. */
    public static int advice(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, ADVICE), StandardCharsets.ISO_8859_1);
        return text.length() < ADVICE || !text.startsWith("UNA") ? 0 : ServiceGuess.isShort(text.substring(3)) ? ADVICE - 1 : ADVICE;
    }

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

    /** The six characters in one number. */
    long packed() {
        long packed = 0;
        for (byte character : new byte[] {component, element, decimal, release, repetition, terminator}) {
            packed = packed << Byte.SIZE | character & 0xff;
        }
        return packed;
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

package io.tradelane.mappings.syntax.edifact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The separators of an interchange that does not say them: the control characters that character set B has by default,
 * others that nobody announced, or a line break where a terminator should be. UNB shows the first two, what stands in front of
 * UNH or UNG the last.
 */
final class ServiceGuess {

    /** Enough for UNB and the beginning of what follows. */
    static final int LOOK = 700;
    private static final Pattern UNB = Pattern.compile("UNB([^A-Za-z0-9 ])[A-Z]{4}(.)");
    private static final byte QUESTION_MARK = '?';

    private ServiceGuess() {}

    /** @param text begins with UNB; {@code null} when the usual separators fit, or nothing can be told */
    static @Nullable ServiceString of(String text) {
        Matcher unb = UNB.matcher(text);
        if (!unb.lookingAt()) {
            return null;
        }
        char element = unb.group(1).charAt(0);
        char component = unb.group(2).charAt(0);
        boolean usual = element == '+' && text.indexOf('\'') >= 0;
        boolean single = component == element || Character.isLetterOrDigit(component);
        Matcher next = Pattern.compile("\\s*UN[HG]" + Pattern.quote(String.valueOf(element))).matcher(text);
        if (usual || single && element != '+' || !next.find() || next.start() < unb.end()) {
            return null;
        }
        char before = text.charAt(next.start() - 1);
        boolean broken = Character.isLetterOrDigit(before) && next.group().charAt(0) != 'U';
        char terminator = broken ? text.charAt(next.group().indexOf("UN") + next.start() - 1) : before;
        // Where control characters separate, nothing needs to be released.
        byte release = element < ' ' ? 0 : QUESTION_MARK;
        ServiceString guessed = new ServiceString((byte) (single ? ':' : component), (byte) element, (byte) '.', release, (byte) 0, (byte) terminator);
        return guessed.problem() == null ? guessed : null;
    }

    /** UNA without the blank that is reserved: the terminator stands in its place, and a line break behind. */
    static boolean isShort(String una) {
        return una.charAt(4) == '\'' && (una.charAt(5) == '\n' || una.charAt(5) == '\r');
    }

    static String shown(ServiceString service) {
        StringBuilder shown = new StringBuilder();
        for (byte separator : new byte[] {service.component(), service.element(), service.decimal(), service.release(), service.terminator()}) {
            shown.append(separator == 0 ? ' ' : (char) (separator & 0xff));
        }
        return shown.toString().replace("\n", "LF").replace("\r", "CR");
    }
}

package io.tradelane.mappings.syntax;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or remarkable, in what was received.
 *
 * @param value as received, cut to {@value #VALUE_LENGTH} characters, with pictures for control characters
 * @param expected what would have been right: a tag, a length, a count, a reference
 * @param path data element ids for a person: {@code RFF/C506/1153}; an XPath for XML
 */
public record Finding(
        Severity severity,
        FindingCode code,
        Position position,
        @Nullable String value,
        @Nullable String expected,
        @Nullable String path) {

    public static final int VALUE_LENGTH = 80;

    public Finding {
        if (value != null && value.length() > VALUE_LENGTH) {
            value = value.substring(0, VALUE_LENGTH) + "…";
        }
        value = value == null ? null : ControlCharacters.line(value);
    }

    public static Finding of(FindingCode code, Position position, @Nullable String value, @Nullable String expected) {
        return new Finding(code.severity(), code, position, value, expected, null);
    }

    /** Whether one of them is an error; mostly there are none. */
    public static boolean anyError(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** What is wrong, for a person, in Chinese ({@code zh}) or English (any other language). */
    public String message(Locale locale) {
        return text(code.name(), locale);
    }

    /** What to do about it. */
    public String fix(Locale locale) {
        return text(code.name() + ".fix", locale);
    }

    private String text(String key, Locale locale) {
        Locale served = "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        ResourceBundle bundle = ResourceBundle.getBundle(code.bundle(), served, code.getClass().getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments());
    }

    /** {0} segment, {1} element, {2} component, {3} value, {4} expected, {5} segment position, {6} line, {7} place, {8} standard code. */
    private Object[] arguments() {
        String place = path != null ? path : place();
        return new Object[] {
            blank(position.segment()), String.valueOf(position.element()), String.valueOf(position.component()),
            blank(value), blank(expected), String.valueOf(position.segmentPosition()), String.valueOf(position.line()), place, code.standardCode()
        };
    }

    private String place() {
        String place = blank(position.segment());
        if (position.element() > 0) {
            place += "/" + position.element();
        }
        return position.component() > 0 ? place + "." + position.component() : place;
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}

package io.tradelane.trading.incident;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The sentences of {@code incidents.properties} (English) and {@code incidents_zh.properties}, with arguments by name.
 * A text that comes in both languages is given as two arguments, {@code first} and {@code first_zh}; a value with a
 * sentence of its own, {@code reason.UNKNOWN_ORDER}, is replaced by it.
 */
final class IncidentTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private IncidentTexts() {}

    static String summary(String cause, Map<String, String> args, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle("io.tradelane.trading.incident.incidents", locale, NO_FALLBACK);
        if (!bundle.containsKey(cause)) {
            return args.isEmpty() ? cause : cause + " " + args;
        }
        String text = bundle.getString(cause);
        boolean chinese = locale.getLanguage().equals("zh");
        for (Map.Entry<String, String> arg : args.entrySet()) {
            String value = chinese ? args.getOrDefault(arg.getKey() + "_zh", arg.getValue()) : arg.getValue();
            String sentence = arg.getKey() + "." + value;
            text = text.replace("{" + arg.getKey() + "}", bundle.containsKey(sentence) ? bundle.getString(sentence) : value);
        }
        return text;
    }
}

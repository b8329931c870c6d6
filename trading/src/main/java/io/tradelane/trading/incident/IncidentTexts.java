package io.tradelane.trading.incident;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The sentences of {@code incidents.properties} (English) and {@code incidents_zh.properties}, with arguments by name. */
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
        for (Map.Entry<String, String> arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }
}

package io.tradelane.trading.incident;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The sentences of {@code incidents.properties} (English) and {@code incidents_zh.properties}, with arguments by name.
 * A text that comes in both languages is given as two arguments, {@code first} and {@code first_zh}; a value with a
 * sentence of its own, {@code reason.UNKNOWN_ORDER}, is replaced by it.
 */
final class IncidentTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private IncidentTexts() {}

    /** Moments in UTC. */
    static String summary(String cause, Map<String, String> args, Locale locale) {
        return summary(cause, args, locale, ZoneOffset.UTC);
    }

    /** @param zone in which moments are said; UTC is named */
    static String summary(String cause, Map<String, String> args, Locale locale, ZoneId zone) {
        ResourceBundle bundle = ResourceBundle.getBundle("io.tradelane.trading.incident.incidents", locale, NO_FALLBACK);
        if (!bundle.containsKey(cause)) {
            return args.isEmpty() ? cause : cause + " " + args;
        }
        String text = bundle.getString(cause);
        boolean chinese = locale.getLanguage().equals("zh");
        for (Map.Entry<String, String> arg : args.entrySet()) {
            String value = chinese ? args.getOrDefault(arg.getKey() + "_zh", arg.getValue()) : arg.getValue();
            String sentence = arg.getKey() + "." + value;
            text = text.replace("{" + arg.getKey() + "}", bundle.containsKey(sentence) ? bundle.getString(sentence) : moment(value, zone));
        }
        return text;
    }

    private static String moment(String value, ZoneId zone) {
        return MOMENT.matcher(value).matches() ? MINUTE.format(OffsetDateTime.parse(value).atZoneSameInstant(zone)) + (zone.equals(ZoneOffset.UTC) ? " UTC" : "") : value;
    }
}

package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.incident.AlertRule;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as somebody types it; what cannot be read becomes a value that the rule's own checks refuse. */
final class AlertForm {
    private static final int NONE = 0;

    private AlertForm() {}

    static AlertRule read(UUID id, Map<String, String> form, ZoneId here) {
        String cause = form.getOrDefault("cause", "").strip();
        String to = form.getOrDefault("mailTo", "").strip();
        UUID channel = RadarPage.uuid(form.get("channel"));
        return new AlertRule(id, null, form.getOrDefault("name", "").strip(), Constants.of(AlertRule.Watch.class, form.getOrDefault("watch", "")).orElse(AlertRule.Watch.INCIDENTS),
                cause.isEmpty() ? null : cause, number(form.get("threshold")), number(form.get("windowMinutes")), channel == null ? id : channel,
                to.isEmpty() ? null : to, form.getOrDefault("locale", "en"), time(form.get("quietFrom")), time(form.get("quietTo")), zone(form.get("zone"), here),
                form.containsKey("enabled"), 1);
    }

    static Map<String, String> write(AlertRule rule) {
        Map<String, String> form = new HashMap<>();
        form.put("name", rule.name());
        form.put("watch", Constants.word(rule.watch()));
        form.put("cause", rule.cause() == null ? "" : rule.cause());
        form.put("threshold", String.valueOf(rule.threshold()));
        form.put("windowMinutes", String.valueOf(rule.windowMinutes()));
        form.put("channel", rule.channel().toString());
        form.put("mailTo", rule.mailTo() == null ? "" : rule.mailTo());
        form.put("locale", rule.locale());
        form.put("quietFrom", rule.quietFrom() == null ? "" : rule.quietFrom().toString());
        form.put("quietTo", rule.quietTo() == null ? "" : rule.quietTo().toString());
        form.put("zone", rule.zone().getId());
        if (rule.enabled()) {
            form.put("enabled", "true");
        }
        return form;
    }

    private static int number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,7}") ? Integer.parseInt(text.strip()) : NONE;
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static ZoneId zone(@Nullable String text, ZoneId here) {
        try {
            return text == null || text.isBlank() ? here : ZoneId.of(text.strip());
        } catch (DateTimeException none) {
            return here;
        }
    }
}

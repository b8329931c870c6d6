package io.tradelane.portal.partner;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.DoorCatalogue.Field;
import io.tradelane.trading.partner.DoorCatalogue.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a channel as form fields named {@code p-<name>}. A secret is never sent to the browser; left blank it stays. */
final class ChannelForm {
    static final String PREFIX = "p-";

    private ChannelForm() {}

    static Map<String, String> initial(List<Field> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(PREFIX + field.name(), field.defaultValue() == null ? "" : field.defaultValue()));
        return values;
    }

    static Map<String, String> of(Channel channel, List<Field> fields) {
        Map<String, String> values = initial(fields);
        values.put("name", channel.name());
        channel.parameters().forEach((name, value) -> values.put(PREFIX + name, value));
        return values;
    }

    /** What was typed for the fields that are no secrets; blank ones are left out. */
    static Map<String, String> parameters(List<Field> fields, Map<String, String> typed) {
        return values(fields, typed, false);
    }

    static Map<String, String> secrets(List<Field> fields, Map<String, String> typed) {
        return values(fields, typed, true);
    }

    /** What is stored and still declared, so that a blank field keeps it. */
    static Map<String, String> kept(Channel channel, List<Field> fields, Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>(channel.secrets());
        kept.keySet().removeIf(name -> fields.stream().noneMatch(field -> field.secret() && field.name().equals(name)));
        kept.putAll(typed);
        return kept;
    }

    private static Map<String, String> values(List<Field> fields, Map<String, String> typed, boolean secret) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = typed.getOrDefault(PREFIX + field.name(), field.kind() == Kind.FLAG ? "false" : "").strip();
            if (field.secret() == secret && !value.isEmpty()) {
                values.put(field.name(), value);
            }
        }
        return values;
    }
}

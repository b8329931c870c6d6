package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.traffic.Limits;
import io.tradelane.trading.exchange.traffic.PartnerLimit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The limits of a partner as a form: a field for each, empty where it has the usual one. */
final class TrafficForm {
    /** Most that may be typed, by field; what the table takes. */
    static final Map<String, Long> MOST = most();

    private TrafficForm() {}

    private static Map<String, Long> most() {
        Map<String, Long> most = new LinkedHashMap<>();
        most.put("interchangeBytes", 209_715_200L);
        most.put("interchangeMessages", 10_000L);
        most.put("depth", 100L);
        most.put("inPerMinute", 1_000_000L);
        most.put("outPerMinute", 1_000_000L);
        most.put("inAtOnce", 1_000L);
        most.put("outAtOnce", 1_000L);
        return most;
    }

    static Map<String, String> of(PartnerLimit limit) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "interchangeBytes", limit.interchangeBytes());
        put(values, "interchangeMessages", limit.interchangeMessages());
        put(values, "depth", limit.depth());
        put(values, "inPerMinute", limit.inPerMinute());
        put(values, "outPerMinute", limit.outPerMinute());
        put(values, "inAtOnce", limit.inAtOnce());
        put(values, "outAtOnce", limit.outAtOnce());
        return values;
    }

    /** By field. */
    static Map<String, Long> of(Limits usual) {
        return Map.of("interchangeBytes", usual.interchangeBytes(), "interchangeMessages", (long) usual.interchangeMessages(), "depth", (long) usual.depth(),
                "inPerMinute", (long) usual.inPerMinute(), "outPerMinute", (long) usual.outPerMinute(), "inAtOnce", (long) usual.inAtOnce(),
                "outAtOnce", (long) usual.outAtOnce());
    }

    static PartnerLimit read(UUID organisation, Map<String, String> typed, Problems problems, Words words) {
        Map<String, @Nullable Long> values = new LinkedHashMap<>();
        MOST.forEach((field, most) -> values.put(field, number(field, typed.getOrDefault(field, "").strip(), most, problems, words)));
        return limit(organisation, values);
    }

    static PartnerLimit limit(UUID organisation, Map<String, @Nullable Long> values) {
        return new PartnerLimit(organisation, values.get("interchangeBytes"), whole(values.get("interchangeMessages")), whole(values.get("depth")),
                whole(values.get("inPerMinute")), whole(values.get("outPerMinute")), whole(values.get("inAtOnce")), whole(values.get("outAtOnce")));
    }

    private static @Nullable Integer whole(@Nullable Long value) {
        return value == null ? null : value.intValue();
    }

    private static @Nullable Long number(String field, String text, long most, Problems problems, Words words) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            problems.add(field, words.text("traffic.problem.number", most));
            return null;
        }
        return Long.parseLong(text);
    }

    private static void put(Map<String, String> values, String field, @Nullable Number value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}

package io.tradelane.mappings.json;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** What a record says may not be absent, is present: a component without {@code @Nullable}; and its texts are text. */
final class Completeness {
    private static final int LARGEST_SCALE = 30;

    private final JsonReport report;
    private final TokenStreamLocation place;

    Completeness(JsonReport report, TokenStreamLocation place) {
        this.report = report;
        this.place = place;
    }

    void check(Record record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            String componentPath = path + "/" + component.getName();
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if ((value == null || value instanceof String text && text.isBlank()) && !optional) {
                if (!report.knows(componentPath)) {
                    report.add(JsonError.FIELD_MISSING, place, componentPath, null, component.getName());
                }
            } else if (value != null) {
                descend(value, componentPath);
            }
        }
    }

    private void descend(Object value, String path) {
        if (value instanceof Money money && !CurrencyCode.isKnown(money.currency())) {
            report.add(JsonError.CURRENCY_UNKNOWN, place, path + "/currency", money.currency(), "EUR");
        }
        if (value instanceof Record inner) {
            check(inner, path);
        } else if (value instanceof String text && ControlCharacters.in(text)) {
            report.add(JsonError.VALUE_INVALID, place, path, text, "≥ U+0020");
        } else if (value instanceof BigDecimal number && Math.abs(number.scale()) > LARGEST_SCALE) {
            report.add(JsonError.VALUE_INVALID, place, path, number.toString(), "123.45");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object item = list.get(i);
                if (item != null) {
                    descend(item, path + "/" + i);
                } else if (!report.knows(path + "/" + i)) {
                    report.add(JsonError.FIELD_MISSING, place, path + "/" + i, null, Integer.toString(i));
                }
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component.toString(), impossible);
        }
    }
}

package io.tradelane.mappings.json;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** What a record says may not be absent, is present: a component without {@code @Nullable}; and its texts are text. */
final class Completeness {
    private static final int LARGEST_SCALE = 30;

    /** A component of a record. */
    private record Field(String name, boolean optional, Method accessor) {}

    /** What reflection tells of a record, asked once. */
    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new Field(
                            component.getName(), component.getAnnotatedType().isAnnotationPresent(Nullable.class), component.getAccessor()))
                    .toArray(Field[]::new);
        }
    };

    private final JsonReport report;
    private final TokenStreamLocation place;
    private final Deque<Object> way = new ArrayDeque<>();

    Completeness(JsonReport report, TokenStreamLocation place) {
        this.report = report;
        this.place = place;
    }

    void check(Record record, String path) {
        way.addLast(path);
        components(record);
        way.removeLast();
    }

    private void components(Record record) {
        for (Field field : FIELDS.get(record.getClass())) {
            Object value = value(record, field);
            way.addLast(field.name());
            if ((value == null || value instanceof String text && text.isBlank()) && !field.optional()) {
                missing(field.name());
            } else if (value != null) {
                descend(value);
            }
            way.removeLast();
        }
    }

    private void missing(String name) {
        if (!report.knows(path())) {
            report.add(JsonError.FIELD_MISSING, place, path(), null, name);
        }
    }

    private void descend(Object value) {
        if (value instanceof Money money && !CurrencyCode.isKnown(money.currency())) {
            report.add(JsonError.CURRENCY_UNKNOWN, place, path() + "/currency", money.currency(), "EUR");
        }
        if (value instanceof Record inner) {
            components(inner);
        } else if (value instanceof String text && ControlCharacters.in(text)) {
            report.add(JsonError.VALUE_INVALID, place, path(), text, "≥ U+0020");
        } else if (value instanceof BigDecimal number && Math.abs(number.scale()) > LARGEST_SCALE) {
            report.add(JsonError.VALUE_INVALID, place, path(), number.toString(), "123.45");
        } else if (value instanceof List<?> list) {
            items(list);
        }
    }

    private void items(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            way.addLast(i);
            if (item != null) {
                descend(item);
            } else {
                missing(Integer.toString(i));
            }
            way.removeLast();
        }
    }

    /** Of what is being looked at. */
    private String path() {
        return way.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }

    private static @Nullable Object value(Record record, Field field) {
        try {
            return field.accessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(field.name(), impossible);
        }
    }
}

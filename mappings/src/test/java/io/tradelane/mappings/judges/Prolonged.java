package io.tradelane.mappings.judges;

import io.tradelane.trading.document.BusinessDocument;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A document of which one text is longer than it was; the texts are counted as they stand in the record. */
final class Prolonged {
    private final int wanted;
    private final String tail;
    private int seen;

    private Prolonged(int wanted, String tail) {
        this.wanted = wanted;
        this.tail = tail;
    }

    /** Empty when it has no such text any more. */
    static Optional<BusinessDocument> of(BusinessDocument document, int text, String tail) {
        Prolonged copying = new Prolonged(text, tail);
        BusinessDocument copy = (BusinessDocument) copying.copy(document);
        return copying.seen > text ? Optional.of(copy) : Optional.empty();
    }

    private Object copy(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> seen++ == wanted ? text + tail : text;
            case List<?> list -> list.stream().map(this::copy).toList();
            case Record record when record.getClass().getPackageName().endsWith(".document") -> record(record);
            default -> value;
        };
    }

    private Object record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = copy(components[i].getAccessor().invoke(record));
            }
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(record + " cannot have a longer text", e);
        }
    }
}

package io.tradelane.portal.frame;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the overview of a document shows by the names of its record's components: all kinds but those with an overview of their own. */
final class DocumentFields {
    private static final Set<Class<?>> OWN_OVERVIEW = Set.of(
            OrderDocument.class, OrderResponseDocument.class, DespatchAdviceDocument.class, InvoiceDocument.class, RemittanceAdviceDocument.class,
            PaymentNotificationDocument.class, SyntaxAcknowledgementDocument.class, ApplicationAcknowledgementDocument.class);
    private static final Set<Class<?>> SHOWN_WHOLE = Set.of(Item.class, Price.class, Quantity.class, Money.class, Party.class);
    private static final Set<String> HEAD = Set.of("number", "issueDate", "parties");

    private final Set<Class<?>> seen = new HashSet<>(SHOWN_WHOLE);
    private final Set<String> names = new TreeSet<>();
    private final Set<Class<? extends Enum<?>>> enums = new HashSet<>();

    private DocumentFields() {
        for (DocumentType type : DocumentType.values()) {
            if (!OWN_OVERVIEW.contains(type.record())) {
                walk(type.record());
            }
        }
    }

    static Set<String> names() {
        return new DocumentFields().names.stream().filter(name -> !HEAD.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Class<? extends Enum<?>>> enums() {
        return List.copyOf(new DocumentFields().enums);
    }

    @SuppressWarnings("unchecked") // isEnum
    private void walk(Class<?> record) {
        if (!seen.add(record)) {
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            Type type = component.getGenericType() instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : component.getType();
            boolean rows = component.getType() == List.class && ((Class<?>) type).isRecord();
            if (!rows) {
                names.add(component.getName());
            }
            if (((Class<?>) type).isRecord()) {
                walk((Class<?>) type);
            } else if (((Class<?>) type).isEnum()) {
                enums.add((Class<? extends Enum<?>>) type);
            }
        }
    }
}

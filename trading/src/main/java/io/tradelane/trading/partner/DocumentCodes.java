package io.tradelane.trading.partner;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.partner.CrossReference.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codes in a document of any kind and makes the document anew with others. Documents are records all the way down, so
 * their components tell where codes are: the unit of a quantity, the currency of an amount, the numbers of an item, a company's
 * own number of a place, and texts of these names.
 */
final class DocumentCodes {
    private static final Map<String, Kind> BY_NAME = Map.of(
            "currency", Kind.CURRENCY,
            "orderUnit", Kind.UNIT,
            "location", Kind.LOCATION,
            "shipTo", Kind.LOCATION,
            "taxCategory", Kind.TAX_CATEGORY,
            "Tax.category", Kind.TAX_CATEGORY);

    /** Its unit is a type of package (UN/ECE Recommendation 21, or one of EAN's), not one of measure. */
    private static final String PACKAGES = "Goods.packages";

    /** How a record is taken apart and put together. */
    private record Shape(RecordComponent[] components, @Nullable Kind[] kinds, boolean[] packages, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor =
                        type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                boolean[] packages = new boolean[components.length];
                for (int i = 0; i < packages.length; i++) {
                    packages[i] = PACKAGES.equals(type.getSimpleName() + "." + components[i].getName());
                }
                return new Shape(components, Stream.of(components).map(component -> kind(type, component)).toArray(Kind[]::new), packages, constructor);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(type.toString(), impossible);
            }
        }

        private static @Nullable Kind kind(Class<?> type, RecordComponent component) {
            Kind own = BY_NAME.get(type.getSimpleName() + "." + component.getName());
            return own != null ? own : component.getType() == String.class ? BY_NAME.get(component.getName()) : null;
        }
    }

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /** What a code becomes; the same code if nothing else is known. */
    @FunctionalInterface
    interface Change {
        String of(Kind kind, String code);
    }

    private final Change change;

    DocumentCodes(Change change) {
        this.change = change;
    }

    /** The same document if no code changes. */
    BusinessDocument in(BusinessDocument document) {
        return (BusinessDocument) record((Record) document);
    }

    private Object value(Object value, @Nullable Kind kind) {
        return switch (value) {
            case String code -> kind == null ? code : change.of(kind, code);
            case Quantity quantity -> quantity(quantity);
            case Money money -> money(money);
            case Item item -> item(item);
            case Party.Identifier identifier -> identifier(identifier);
            case List<?> list -> list(list);
            case Record record -> record(record);
            default -> value;
        };
    }

    private Object quantity(Quantity quantity) {
        String unit = change.of(Kind.UNIT, quantity.unit());
        return unit.equals(quantity.unit()) ? quantity : new Quantity(quantity.value(), unit);
    }

    private Object money(Money money) {
        String currency = change.of(Kind.CURRENCY, money.currency());
        return currency.equals(money.currency()) ? money : new Money(money.amount(), currency);
    }

    private Object item(Item item) {
        BinaryOperator<@Nullable String> changed = (kind, code) -> code == null ? null : change.of(Kind.valueOf(kind), code);
        Item other = new Item(
                changed.apply("GTIN", item.gtin()),
                changed.apply("BUYER_ARTICLE", item.buyerArticle()),
                changed.apply("SUPPLIER_ARTICLE", item.supplierArticle()),
                item.description());
        return other.equals(item) ? item : other;
    }

    /** A number that one company gave; official ones are the same for all. */
    private Object identifier(Party.Identifier identifier) {
        return switch (identifier.scheme()) {
            case BUYER_ASSIGNED, SUPPLIER_ASSIGNED, OTHER -> {
                String other = change.of(Kind.LOCATION, identifier.value());
                yield other.equals(identifier.value()) ? identifier : new Party.Identifier(identifier.scheme(), other, identifier.issuer());
            }
            default -> identifier;
        };
    }

    private List<?> list(List<?> list) {
        List<Object> copy = null;
        for (int i = 0; i < list.size(); i++) {
            Object before = list.get(i);
            Object after = value(before, null);
            if (after != before && copy == null) {
                copy = new ArrayList<>(list);
            }
            if (copy != null) {
                copy.set(i, after);
            }
        }
        return copy == null ? list : List.copyOf(copy);
    }

    private Object record(Record record) {
        Shape shape = SHAPES.get(record.getClass());
        @Nullable Object[] values = new Object[shape.components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < values.length; i++) {
                Object before = shape.components[i].getAccessor().invoke(record);
                values[i] = before == null || shape.packages[i] ? before : value(before, shape.kinds[i]);
                changed |= values[i] != before && (before == null || !before.equals(values[i]));
            }
            return changed ? shape.constructor.newInstance(values) : record;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(record.getClass().toString(), impossible);
        }
    }
}

package io.tradelane.portal.exchange;

import io.tradelane.portal.exchange.Digest.Fact;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The overview of a document from the components of its record: what is single becomes a fact, its longest list the table, and
 * a list inside that list (a statement's entries, a line's deliveries) a row for each.
 */
final class RecordDigest {
    private static final String NOTHING = "–";
    /** Said by the head of every document. */
    private static final Set<String> HEAD = Set.of("number", "issueDate", "parties");

    private final Formats formats;
    private final Words words;

    RecordDigest(Formats formats, Words words) {
        this.formats = formats;
        this.words = words;
    }

    Digest of(BusinessDocument document, List<Fact> head) {
        List<Fact> facts = new ArrayList<>(head);
        List<Map<String, Object>> rows = List.of();
        for (RecordComponent component : document.getClass().getRecordComponents()) {
            Object value = value(component, document);
            if (value == null || HEAD.contains(component.getName())) {
                continue;
            }
            if (value instanceof List<?> list && listsRecords(component)) {
                List<Map<String, Object>> found = list.stream().flatMap(each -> rows((Record) each)).toList();
                rows = found.size() > rows.size() ? found : rows;
            } else if (!(value instanceof List<?> list && list.isEmpty())) {
                facts.add(new Fact("field." + component.getName(), shown(value)));
            }
        }
        List<String> columns = rows.stream().map(Map::keySet).flatMap(Collection::stream).distinct().toList();
        return new Digest(facts, columns.stream().map(name -> "field." + name).toList(), numbers(columns, rows), table(columns, rows));
    }

    /** One, or one for each record of the list inside. */
    private Stream<Map<String, Object>> rows(Record record) {
        Map<String, Object> own = new LinkedHashMap<>();
        List<?> inner = List.of();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            if (value instanceof List<?> list) {
                inner = listsRecords(component) && inner.isEmpty() ? list : inner;
            } else if (value != null) {
                own.put(component.getName(), value);
            }
        }
        if (inner.isEmpty()) {
            return Stream.of(own);
        }
        return inner.stream().flatMap(each -> rows((Record) each)).map(row -> {
            Map<String, Object> joined = new LinkedHashMap<>(own);
            joined.putAll(row);
            return joined;
        });
    }

    private static boolean listsRecords(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> type && type.isRecord();
    }

    private List<List<String>> table(List<String> columns, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> columns.stream().map(column -> row.get(column) == null ? NOTHING : shown(row.get(column))).toList())
                .toList();
    }

    private static List<Integer> numbers(List<String> columns, List<Map<String, Object>> rows) {
        return java.util.stream.IntStream.range(0, columns.size())
                .filter(i -> rows.stream().map(row -> row.get(columns.get(i))).filter(Objects::nonNull)
                        .allMatch(value -> value instanceof Quantity || value instanceof Money || value instanceof Price || value instanceof Number))
                .boxed()
                .toList();
    }

    private String shown(Object value) {
        return switch (value) {
            case Enum<?> constant -> words.of(constant);
            case LocalDate date -> formats.date(date);
            case OffsetDateTime time -> formats.time(time.toInstant());
            case Money money -> formats.money(money);
            case Price price -> formats.price(price);
            case Quantity quantity -> formats.number(quantity.value()) + " " + formats.unit(quantity.unit());
            case BigDecimal number -> formats.number(number);
            case Boolean yes -> words.text(yes ? "field.yes" : "field.no");
            case Item item -> joined(Stream.of(item.description(), item.supplierArticle(), item.buyerArticle(), item.gtin()));
            case Party party -> joined(Stream.concat(Stream.of(party.name()), party.identifiers().stream().map(Party.Identifier::value)));
            case List<?> list -> list.stream().map(this::shown).collect(Collectors.joining(", "));
            case Record record -> joined(Stream.of(record.getClass().getRecordComponents())
                    .map(component -> value(component, record)).filter(Objects::nonNull).map(this::shown));
            default -> value.toString();
        };
    }

    private static String joined(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).distinct().collect(Collectors.joining(" · "));
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component.toString(), impossible);
        }
    }
}

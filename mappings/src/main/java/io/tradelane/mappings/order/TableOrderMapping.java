package io.tradelane.mappings.order;

import io.tradelane.mappings.table.TableContent;
import io.tradelane.mappings.table.TableError;
import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableLine;
import io.tradelane.mappings.table.TableOutput;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of order lines; rows with one order number are one order. */
public final class TableOrderMapping {
    private TableOrderMapping() {}

    public static List<OrderDocument> read(TableContent table) {
        TableField number = table.has(TableField.ORDER_NUMBER) ? TableField.ORDER_NUMBER : TableField.DOCUMENT_NUMBER;
        List<OrderDocument> orders = new ArrayList<>();
        for (Map.Entry<String, List<TableLine>> order : table.documents(number).entrySet()) {
            TableLine first = order.getValue().getFirst();
            if (order.getKey().isEmpty()) {
                TableError code = table.has(number) ? TableError.VALUE_MISSING : TableError.COLUMN_MISSING;
                first.report(code, number, null, TableField.ORDER_NUMBER.header());
            }
            OrderDocument document = order(order.getKey(), order.getValue(), first);
            if (document != null) {
                orders.add(document);
            }
        }
        return orders;
    }

    private static @Nullable OrderDocument order(String number, List<TableLine> rows, TableLine first) {
        String currency = first.currency();
        if (currency == null) {
            first.report(TableError.CURRENCY_MISSING, TableField.CURRENCY, null, TableField.CURRENCY.header());
            return null;
        }
        LocalDate issued = first.issueDate(null);
        List<Line> lines = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (TableLine row : rows) {
            Line line = line(row, currency, lines.size() + 1);
            if (line != null && !numbers.add(line.lineNumber())) {
                row.report(TableError.LINE_NUMBER_REPEATED, TableField.LINE_NUMBER, line.lineNumber(), null);
            }
            if (line != null) {
                lines.add(line);
            }
        }
        return new OrderDocument(
                number, Kind.STANDARD, Function.ORIGINAL, issued, null, currency, parties(first),
                List.of(), null, null, null, List.copyOf(lines));
    }

    private static List<Party> parties(TableLine row) {
        List<@Nullable Party> parties = new ArrayList<>();
        parties.add(row.party(TableField.BUYER, PartyRole.BUYER));
        parties.add(row.party(TableField.SUPPLIER, PartyRole.SUPPLIER));
        parties.add(row.party(TableField.SHIP_TO, PartyRole.SHIP_TO));
        return parties.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable Line line(TableLine row, String currency, int place) {
        Item item = row.item();
        String unit = row.unit();
        Quantity quantity = row.quantity(TableField.QUANTITY, unit);
        if (quantity == null && row.text(TableField.QUANTITY) == null) {
            row.report(TableError.VALUE_MISSING, TableField.QUANTITY, null, "12");
        }
        if (item == null || quantity == null) {
            return null;
        }
        String number = row.text(TableField.LINE_NUMBER);
        BigDecimal amount = row.decimal(TableField.AMOUNT);
        return new Line(
                number == null ? Integer.toString(place) : number, item, quantity, row.price(currency, unit),
                amount == null ? null : new Money(amount, currency), row.date(TableField.REQUESTED_DELIVERY), row.text(TableField.NOTE), List.of());
    }

    public static TableOutput write(List<OrderDocument> orders) {
        TableOutput table = new TableOutput();
        for (OrderDocument order : orders) {
            for (Line line : order.lines()) {
                TableOutput.Row row = table.row().set(TableField.ORDER_NUMBER, order.number()).set(TableField.ISSUE_DATE, order.issueDate())
                        .party(TableField.BUYER, order.party(PartyRole.BUYER)).party(TableField.SUPPLIER, order.party(PartyRole.SUPPLIER))
                        .party(TableField.SHIP_TO, order.party(PartyRole.SHIP_TO)).set(TableField.LINE_NUMBER, line.lineNumber());
                LocalDate delivery = line.requestedDelivery() == null ? order.requestedDelivery() : line.requestedDelivery();
                row.item(line.item()).set(TableField.NAME, line.item().description()).set(TableField.QUANTITY, line.quantity().value())
                        .set(TableField.UNIT, line.quantity().unit()).price(line.price()).set(TableField.CURRENCY, order.currency())
                        .set(TableField.AMOUNT, line.amount() == null ? null : line.amount().amount())
                        .set(TableField.REQUESTED_DELIVERY, delivery).set(TableField.NOTE, line.note());
            }
        }
        return table;
    }
}

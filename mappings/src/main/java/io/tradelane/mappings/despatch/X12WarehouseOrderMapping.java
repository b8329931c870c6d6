package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 940 and {@link TransportInstructionDocument} for a warehouse. */
public final class X12WarehouseOrderMapping implements X12Mapping<TransportInstructionDocument> {

    @Override
    public String set() {
        return "940";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_INSTRUCTION;
    }

    @Override
    public boolean fits(TransportInstructionDocument document, String version) {
        return document.kind() == Kind.WAREHOUSE_SHIPPING;
    }

    @Override
    public @Nullable TransportInstructionDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "W0502");
        Function function = switch (String.valueOf(set.text("status"))) {
            case "C", "D" -> Function.CANCELLATION;
            case "R", "K" -> Function.CHANGE;
            default -> Function.ORIGINAL;
        };
        List<Goods> goods = new ArrayList<>();
        for (Row group : set.rows("groups")) {
            List<String> labels = Labels.read(group);
            List<Row> rows = group.rows("goods");
            for (Row row : rows) {
                goods(row, rows.size() == 1 ? group.text("number") : null, labels, set.text("order"), goods, report);
            }
        }
        if (number == null) {
            return null;
        }
        List<Reference> references = new ArrayList<>();
        if (set.text("order") != null) {
            references.add(Reference.to(Reference.Kind.ORDER, set.text("order")));
        }
        references.addAll(Refs.read(set));
        return new TransportInstructionDocument(
                number, Kind.WAREHOUSE_SHIPPING, function, Headers.envelopeDate(report), Modes.code(set.text("mode")), null,
                Dates.instant(set, "10", "37", "38", "04"), Dates.instant(set, "02", "68", "01", "53", "54"), Names.read(set), List.copyOf(references),
                set.text("note"), List.of(), List.copyOf(goods));
    }

    private static void goods(Row row, @Nullable String number, List<String> labels, @Nullable String order, List<Goods> goods, MappingReport report) {
        String line = number == null ? Integer.toString(goods.size() + 1) : number;
        Quantity quantity = Values.quantity(row, "quantity", "unit");
        if (quantity == null) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), line, "W0101");
        }
        goods.add(new Goods(line, Items.read(row, report), row.text("text"), quantity, null, null, null, labels, order));
    }

    @Override
    public void write(TransportInstructionDocument instruction, Row set, String version) {
        String order = instruction.references().stream().filter(r -> r.kind() == Reference.Kind.ORDER).map(Reference::number).findFirst().orElse(null);
        set.set("status", switch (instruction.function()) {
            case ORIGINAL -> "N";
            case CHANGE -> "R";
            case CANCELLATION -> "C";
        });
        set.set("number", instruction.number()).set("order", order);
        Names.write(instruction.parties(), set);
        boolean skipped = false;
        for (Reference reference : instruction.references()) {
            if (reference.kind() == Reference.Kind.ORDER && !skipped) {
                skipped = true;
            } else {
                Refs.write(List.of(reference), set);
            }
        }
        Dates.write(set, "10", instruction.pickUpAt());
        Dates.write(set, "02", instruction.deliverAt());
        if (instruction.note() != null) {
            set.set("noteKind", "GEN").set("note", instruction.note());
        }
        if (instruction.mode() != null) {
            set.set("payment", "PP").set("mode", Modes.x12(instruction.mode()));
        }
        BigDecimal total = BigDecimal.ZERO;
        for (Goods goods : instruction.goods()) {
            Row group = set.add("groups").set("number", goods.lineNumber().matches("\\d{1,6}") ? goods.lineNumber() : Integer.toString(instruction.goods().indexOf(goods) + 1));
            Labels.write(goods.ssccs(), group);
            Quantity quantity = goods.quantity() == null ? goods.packages() : goods.quantity();
            Row row = group.add("goods").set("text", goods.description());
            Values.write(quantity, row, "quantity", "unit");
            if (goods.item() != null) {
                Items.write(new Item(
                        goods.item().gtin(), goods.item().buyerArticle(), goods.item().supplierArticle(), null), null, row);
            }
            total = quantity == null ? total : total.add(quantity.value());
        }
        set.set("totalQuantity", total);
    }
}

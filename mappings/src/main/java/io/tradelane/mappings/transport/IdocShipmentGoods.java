package io.tradelane.mappings.transport;

import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries of a shipment (E1EDL20) and their items (E1EDL24), with the handling units that hold them. */
final class IdocShipmentGoods {
    private static final int NUMBER = 10;

    private final IdocSegment shipment;

    IdocShipmentGoods(IdocSegment shipment) {
        this.shipment = shipment;
    }

    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (IdocSegment delivery : shipment.children("E1EDL20")) {
            String number = delivery.has("VBELN") ? delivery.key("VBELN") : delivery.text("LIFEX");
            if (number != null) {
                references.add(Reference.to(Reference.Kind.DESPATCH_ADVICE, number));
            }
        }
        return List.copyOf(references);
    }

    List<Goods> read() {
        List<Goods> goods = new ArrayList<>();
        for (IdocSegment delivery : shipment.children("E1EDL20")) {
            for (IdocSegment item : delivery.children("E1EDL24")) {
                goods.add(goods(item, delivery, goods.size() + 1));
            }
        }
        return List.copyOf(goods);
    }

    private Goods goods(IdocSegment item, IdocSegment delivery, int index) {
        String line = item.has("POSNR") ? Items.position(item.value("POSNR")) : Integer.toString(index);
        String number = item.has("MATNR") ? item.key("MATNR") : item.text("MATNR_EXTERNAL");
        Item article = number == null && !item.has("KDMAT35") && !item.has("EAN11") ? null
                : new Item(item.text("EAN11"), item.has("KDMAT35") ? item.text("KDMAT35") : item.text("KDMAT"), number, null);
        IdocSegment order = item.child("E1EDL41");
        return new Goods(
                line, article, item.text("ARKTX"), Values.quantity(item, "LFIMG", "VRKME"), null, Values.quantity(item, "BRGEW", "GEWEI"),
                Values.quantity(item, "VOLUM", "VOLEH"), ssccs(item.value("POSNR"), delivery), order == null ? null : order.key("BSTNR"));
    }

    private static List<String> ssccs(String position, IdocSegment delivery) {
        List<String> ssccs = new ArrayList<>();
        for (IdocSegment unit : delivery.children("E1EDL37")) {
            for (IdocSegment content : unit.children("E1EDL44")) {
                if (content.value("POSNR").equals(position) && unit.has("EXIDV")) {
                    ssccs.add(unit.value("EXIDV"));
                }
            }
        }
        return List.copyOf(ssccs);
    }

    /** All in one delivery. */
    static void write(List<Goods> all, @Nullable String number, @Nullable String terms, IdocSegment shipment) {
        if (all.isEmpty() && number == null) {
            return;
        }
        IdocSegment delivery = shipment.append("E1EDL20").set("INCO1", terms);
        if (number != null) {
            delivery.set(number.length() <= NUMBER ? "VBELN" : "LIFEX", number);
        }
        for (Goods goods : all) {
            String position = Items.padded(goods.lineNumber());
            IdocSegment item = delivery.append("E1EDL24").set("POSNR", position).set("ARKTX", goods.description());
            if (goods.item() != null) {
                item.set("MATNR", goods.item().supplierArticle()).set("KDMAT35", goods.item().buyerArticle()).set("EAN11", goods.item().gtin());
            }
            Values.write(goods.quantity(), item, "LFIMG", "VRKME");
            Values.write(goods.grossWeight(), item, "BRGEW", "GEWEI");
            Values.write(goods.volume(), item, "VOLUM", "VOLEH");
            if (goods.orderNumber() != null) {
                item.append("E1EDL41").set("QUALI", "001").set("BSTNR", goods.orderNumber());
            }
            for (String sscc : goods.ssccs()) {
                delivery.append("E1EDL37").set("EXIDV", sscc).append("E1EDL44").set("POSNR", position);
            }
        }
    }
}

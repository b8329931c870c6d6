package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order and its change have in common. */
final class UblOrderRows {
    private UblOrderRows() {}

    static List<Reference> references(Row row) {
        List<Reference> references = new ArrayList<>(2);
        if (row.text("quotation") != null) {
            references.add(Reference.to(Kind.QUOTATION, row.text("quotation")));
        }
        if (row.text("contract") != null) {
            references.add(Reference.to(Kind.CONTRACT, row.text("contract")));
        }
        return List.copyOf(references);
    }

    static void writeReferences(List<Reference> references, Row row) {
        for (Reference reference : references) {
            if (reference.kind() == Kind.QUOTATION) {
                row.set("quotation", reference.number());
            } else if (reference.kind() == Kind.CONTRACT) {
                row.set("contract", reference.number());
            }
        }
    }

    static void writeParties(BusinessDocument document, boolean peppol, Row row) {
        UblParties.write(document.party(PartyRole.BUYER).orElse(null), PartyRole.BUYER, Extent.of(peppol, Extent.REGISTERED), row);
        UblParties.write(document.party(PartyRole.SUPPLIER).orElse(null), PartyRole.SUPPLIER, Extent.of(peppol, Extent.ADDRESSED), row);
        UblParties.write(document.party(PartyRole.ORDERED_BY).orElse(null), PartyRole.ORDERED_BY, Extent.NAMED, row);
    }

    static void write(Item item, @Nullable Quantity quantity, @Nullable Price price, @Nullable Money amount, Row line) {
        UblValues.item(line, item);
        UblValues.quantity(line, "quantity", quantity);
        UblValues.price(line, price);
        UblValues.money(line, "amount", amount);
    }
}

package io.tradelane.trading.inventory;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.PartyRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where and of what a line of a report speaks. */
record Place(String location, String item) {
    private static final List<PartyRole> PLACES = List.of(PartyRole.WAREHOUSE, PartyRole.SHIP_TO, PartyRole.CONSIGNEE, PartyRole.SHIP_FROM, PartyRole.MESSAGE_SENDER);

    /** @return empty for an article without any number */
    static Optional<Place> of(BusinessDocument document, @Nullable String location, Item item) {
        String number = item.gtin() != null ? item.gtin() : item.supplierArticle() != null ? item.supplierArticle() : item.buyerArticle();
        return number == null ? Optional.empty() : Optional.of(new Place(location != null ? location : place(document), number));
    }

    private static String place(BusinessDocument document) {
        return PLACES.stream()
                .flatMap(role -> document.party(role).stream())
                .flatMap(party -> Stream.concat(party.identifiers().stream().map(identifier -> identifier.value()), Stream.ofNullable(party.name())))
                .findFirst()
                .orElse("");
    }
}

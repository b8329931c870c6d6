package io.tradelane.trading.despatch;

import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the goods of an instruction are found.
 *
 * @param shipments numbers of shipments, consignments and packages
 * @param orders numbers of orders; empty where it names a shipment or a package, which says more
 */
record TransportNames(Set<String> shipments, Set<String> orders) {

    static TransportNames of(TransportInstructionDocument document) {
        Set<String> goods = Stream.concat(
                        references(document, Reference.Kind.DESPATCH_ADVICE, Reference.Kind.DELIVERY_NOTE),
                        document.goods().stream().flatMap(one -> one.ssccs().stream()))
                .collect(Collectors.toSet());
        Set<String> shipments = Stream.concat(Stream.of(document.number()), Stream.concat(goods.stream(), references(document, Reference.Kind.CONSIGNMENT)))
                .collect(Collectors.toSet());
        Stream<String> orders = Stream.concat(references(document, Reference.Kind.ORDER), document.goods().stream().map(Goods::orderNumber).flatMap(Stream::ofNullable));
        return new TransportNames(shipments, goods.isEmpty() ? orders.collect(Collectors.toSet()) : Set.of());
    }

    private static Stream<String> references(TransportInstructionDocument document, Reference.Kind... kinds) {
        return document.references().stream().filter(reference -> Set.of(kinds).contains(reference.kind())).map(Reference::number);
    }
}

package io.tradelane.trading.order;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An order that somebody wants to place. @param actor who places it */
public record Placement(OrderDocument document, Parties parties, MessageContext context, Actor actor) {

    /** Between whom, in what money and on what day: one question to the catalogue. */
    record Terms(UUID buyer, UUID supplier, String currency, LocalDate day) {}

    Terms terms() {
        return new Terms(parties.buyer(), parties.supplier(), document.currency(), document.issueDate());
    }

    List<Item> items() {
        return document.lines().stream().map(OrderDocument.Line::item).toList();
    }

    byte[] contentHash() {
        return ContentHash.of(document);
    }
}

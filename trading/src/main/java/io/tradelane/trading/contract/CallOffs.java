package io.tradelane.trading.contract;

import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.Acting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the orders that are called off, at the contract's prices and terms, by the same service as every order. */
@Component
class CallOffs {
    private final ContractRepository contracts;
    private final PurchaseOrders orders;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallOffs(ContractRepository contracts, PurchaseOrders orders, Organisations organisations, JdbcClient jdbc, Clock clock) {
        this.contracts = contracts;
        this.orders = orders;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param delivery as asked for, else as the contract says */
    record Part(ContractLineRow line, BigDecimal quantity, @Nullable LocalDate delivery) {}

    record Placed(UUID id, String number) {}

    Placed place(ContractRow contract, ContractVersionRow version, List<Part> parts) {
        LocalDate today = LocalDate.now(clock);
        String number = "PO-%d-%05d".formatted(today.getYear(), jdbc.sql("select nextval('sourcing_number')").query(Long.class).single());
        OrderDocument.Kind kind = contract.type() == ContractType.FRAMEWORK ? OrderDocument.Kind.CALL_OFF : OrderDocument.Kind.STANDARD;
        OrderDocument document = new OrderDocument(number, kind, OrderDocument.Function.ORIGINAL, today, null, version.currency(),
                List.of(party(PartyRole.BUYER, contract.buyerOrgId()), party(PartyRole.SUPPLIER, contract.supplierOrgId())),
                List.of(new Reference(Reference.Kind.CONTRACT, contract.number(), null, version.startsOn())), version.paymentTerms(), version.deliveryTerms(),
                null, parts.stream().map(part -> line(part, version.currency())).toList());
        ApplyResult result = Tenancy.call(Acting.hubFor(contract.buyerOrgId()), () -> orders.placeAgreed(document, contract.parties(), MessageContext.NONE));
        if (!(result instanceof ApplyResult.Applied placed)) {
            throw new IllegalStateException("an order could not be placed: " + result);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        parts.forEach(part -> contracts.insertCallOff(Ids.next(), contract, part.line().lineNumber(), placed.id(), part.quantity(), now));
        return new Placed(placed.id(), number);
    }

    /** The award placed the order before the contract was signed. */
    void ofOrder(ContractRow contract, UUID order, List<ContractLineRow> lines) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        lines.stream().filter(line -> line.quantity() != null)
                .forEach(line -> contracts.insertCallOff(Ids.next(), contract, line.lineNumber(), order, line.quantity(), now));
    }

    private static OrderDocument.Line line(Part part, String currency) {
        ContractForm.Line agreed = part.line().line(currency);
        Quantity quantity = new Quantity(Figures.quantity(part.quantity()), agreed.unit());
        return new OrderDocument.Line(agreed.lineNumber(), agreed.item(), quantity, agreed.price(), agreed.price().of(quantity).rounded(),
                part.delivery() != null ? part.delivery() : agreed.delivery(), null, List.of());
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        List<Party.Identifier> identifiers = organisation.gln() == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, organisation.gln()));
        return new Party(role, identifiers, organisation.name(), null, null);
    }
}

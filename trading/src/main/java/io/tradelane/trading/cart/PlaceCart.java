package io.tradelane.trading.cart;

import io.tradelane.trading.contract.ContractPrices;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the order of a cart that was submitted, at the prices at which it was, by the same service as every order. The cart's row is locked. */
@Component
class PlaceCart {
    private final CartRepository carts;
    private final CartReader reader;
    private final PurchaseOrders orders;
    private final ContractPrices contracts;
    private final Organisations organisations;
    private final CartJournal journal;
    private final Clock clock;

    PlaceCart(CartRepository carts, CartReader reader, PurchaseOrders orders, ContractPrices contracts, Organisations organisations, CartJournal journal, Clock clock) {
        this.carts = carts;
        this.reader = reader;
        this.orders = orders;
        this.contracts = contracts;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param approved whether somebody had to approve it @return the order's id, or why nothing was written */
    CommandResult place(CartRow row, boolean approved) {
        Cart cart = reader.read(row, carts.lines(row.id()));
        String number = Objects.requireNonNull(row.number());
        Map<UUID, Map<String, BigDecimal>> ofContracts = new HashMap<>();
        cart.lines().stream().filter(line -> line.source() == PriceSource.CONTRACT)
                .forEach(line -> ofContracts.computeIfAbsent(Objects.requireNonNull(line.contractId()), id -> new HashMap<>())
                        .merge(Objects.requireNonNull(line.contractLine()), line.quantity(), BigDecimal::add));
        Map<UUID, String> contractNumbers = new HashMap<>();
        for (Map.Entry<UUID, Map<String, BigDecimal>> contract : ofContracts.entrySet()) {
            String held = contracts.holds(contract.getKey(), contract.getValue()).orElse(null);
            if (held == null) {
                return CommandResult.invalid("lines", "contract-used-up");
            }
            contractNumbers.put(contract.getKey(), held);
        }
        OrderDocument document = document(cart, number, contractNumbers);
        Actor who = Tenancy.current();
        ApplyResult result = Tenancy.call(Actor.hub(row.buyerOrgId(), row.ownerName(), who.source()), () -> orders.placeAgreed(document, row.parties(), MessageContext.NONE));
        if (!(result instanceof ApplyResult.Applied placed)) {
            return CommandResult.invalid("number", "number-taken");
        }
        ofContracts.forEach((contract, quantities) -> {
            if (!contracts.take(contract, quantities, placed.id(), number)) {
                throw new IllegalStateException("a contract that was held has no more left: " + contract);
            }
        });
        if (approved) {
            orders.approved(placed.id());
        }
        carts.move(row.id(), CartState.ORDERED, null, placed.id(), OffsetDateTime.now(clock));
        journal.moved(row, "ORDER", CartState.ORDERED, Map.of("order", number));
        return new CommandResult.Done(placed.id(), 1);
    }

    private OrderDocument document(Cart cart, String number, Map<UUID, String> contractNumbers) {
        List<Party> parties = new ArrayList<>(List.of(party(PartyRole.BUYER, cart.buyer()), party(PartyRole.SUPPLIER, cart.supplier().id())));
        if (!cart.form().shipTo().isEmpty()) {
            parties.add(cart.form().shipTo().party());
        }
        List<OrderDocument.Line> lines = cart.lines().stream().map(line -> line(line, contractNumbers)).toList();
        return new OrderDocument(number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.now(clock), cart.form().requestedDelivery(), cart.currency(),
                parties, List.of(), null, cart.form().note(), cart.total(), lines);
    }

    private static OrderDocument.Line line(Cart.Line line, Map<UUID, String> contractNumbers) {
        List<Reference> references = line.source() == PriceSource.CONTRACT
                ? List.of(new Reference(Reference.Kind.CONTRACT, Objects.requireNonNull(contractNumbers.get(line.contractId())), line.contractLine(), null)) : List.of();
        String name = line.nameEn() != null ? line.nameEn() : line.nameZh();
        return new OrderDocument.Line(String.valueOf(line.position() * 10), new Item(line.gtin(), line.buyerArticle(), line.number(), name),
                new Quantity(line.quantity(), line.unit()), line.price(), line.amount(), line.delivery(), line.note(), references);
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        List<Party.Identifier> identifiers = organisation.gln() == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, organisation.gln()));
        return new Party(role, identifiers, organisation.name(), null, null);
    }
}

package io.tradelane.portal.onboarding;

import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Certification;
import io.tradelane.trading.exchange.Certification.Scenario;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.shared.Ids;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the counterparty's twin does while a partner tries: it begins deals, and takes the next step of those that wait for it. */
@Component
class Counterparty {
    /** What it can begin by itself. */
    static final List<DocumentType> BEGINS = List.of(DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.DELIVERY_SCHEDULE);

    private static final int MOST = 50;
    private final Deals deals;
    private final Certification certification;
    private final TestDocuments fresh;
    private final DealDocuments documents;
    private final PurchaseOrders orders;
    private final DespatchAdvices despatches;
    private final GoodsReceipts receipts;
    private final Invoices invoices;
    private final RemittanceAdvices remittances;
    private final DeliverySchedules schedules;

    Counterparty(Deals deals, Certification certification, TestDocuments fresh, DealDocuments documents, PurchaseOrders orders, DespatchAdvices despatches, GoodsReceipts receipts,
            Invoices invoices, RemittanceAdvices remittances, DeliverySchedules schedules) {
        this.deals = deals;
        this.certification = certification;
        this.fresh = fresh;
        this.documents = documents;
        this.orders = orders;
        this.despatches = despatches;
        this.receipts = receipts;
        this.invoices = invoices;
        this.remittances = remittances;
        this.schedules = schedules;
    }

    /** What was done, and how often. */
    private static final class Done extends EnumMap<DocumentType, Integer> {
        private static final long serialVersionUID = 1L;

        Done() {
            super(DocumentType.class);
        }

        void add(DocumentType type, boolean done) {
            if (done) {
                merge(type, 1, Integer::sum);
            }
        }
    }

    /** The counterparty, as a buyer, orders, changes its newest order, or sends a schedule. @return the number; empty if there is nothing to change */
    Optional<String> begin(Onboarding onboarding, DocumentType type) {
        return deals.selling(onboarding).flatMap(deal -> switch (type) {
            case ORDER -> {
                var order = Tenancy.call(Actor.hub(), () -> fresh.order(deal));
                yield applied(by(deal.buyer(), () -> orders.place(order, deal.twins(), MessageContext.NONE))) ? Optional.of(order.number()) : Optional.empty();
            }
            case ORDER_CHANGE -> deals.orders(deal).stream().filter(order -> order.status().agreement() == Agreement.ISSUED
                    || order.status().agreement() == Agreement.CONFIRMED).findFirst().map(order -> documents.change(deal, order))
                    .filter(change -> applied(by(deal.buyer(), () -> orders.apply(change, deal.twins(), MessageContext.NONE)))).map(change -> change.orderNumber());
            case DELIVERY_SCHEDULE -> {
                var schedule = Tenancy.call(Actor.hub(), () -> fresh.schedule(deal));
                yield applied(by(deal.buyer(), () -> schedules.apply(schedule, deal.twins(), MessageContext.NONE))) ? Optional.of(schedule.number()) : Optional.empty();
            }
            default -> Optional.<String>empty();
        });
    }

    /** Takes the next step of each deal that waits for the counterparty. @return what it did, and how often */
    Map<DocumentType, Integer> act(Onboarding onboarding) {
        return act(onboarding, true);
    }

    /** The same unasked. Goods wait until the partner has shown an order change, where it sends them: what is under way cannot be changed. */
    Map<DocumentType, Integer> actUnasked(Onboarding onboarding) {
        return act(onboarding, certification.of(onboarding).stream()
                .noneMatch(check -> check.type() == DocumentType.ORDER_CHANGE && check.sends() && check.scenario() == Scenario.GOOD && !check.green()));
    }

    private Map<DocumentType, Integer> act(Onboarding onboarding, boolean goods) {
        Done done = new Done();
        deals.selling(onboarding).ifPresent(deal -> by(deal.buyer(), () -> buy(deal, done)));
        deals.buying(onboarding).ifPresent(deal -> by(deal.supplier(), () -> sell(deal, done, goods)));
        return done;
    }

    /** Accepts what the supplier proposes, counts what came, accepts and announces to pay what was invoiced. */
    private boolean buy(Deal deal, Done done) {
        for (OrderView order : deals.orders(deal)) {
            if (order.status().agreement() == Agreement.CHANGE_PENDING_BUYER) {
                done.add(DocumentType.ORDER_CHANGE, did(orders.decideChange(order.id(), true, null, order.version())));
            }
            despatches.ofOrder(order.id()).stream().filter(shipment -> shipment.state() != ShipmentView.State.RECEIVED).forEach(shipment ->
                    done.add(DocumentType.RECEIPT_ADVICE, applied(receipts.apply(documents.receipt(deal, order, shipment), deal.twins(), MessageContext.NONE))));
            for (InvoiceView invoice : invoices(order)) {
                if (invoice.buyerAnswers().isEmpty()) {
                    done.add(DocumentType.INVOICE_RESPONSE, applied(invoices.apply(documents.answer(deal, invoice), deal.twins(), MessageContext.NONE)));
                }
            }
        }
        remittances.payable().stream().filter(payable -> payable.supplier().equals(deal.supplier().twin())).forEach(payable ->
                done.add(DocumentType.REMITTANCE_ADVICE, did(remittances.announce(new RemittanceAdvices.Announce(Ids.next(), fresh.today().plusDays(1), null,
                        List.of(new RemittanceAdvices.Pay(payable.invoice(), null, null, null, null)))))));
        return true;
    }

    /** Of each order one step: it confirms, else agrees to a change, else despatches if it may, else invoices. */
    private boolean sell(Deal deal, Done done, boolean goods) {
        for (OrderView order : deals.orders(deal)) {
            switch (order.status().agreement()) {
                case ISSUED -> done.add(DocumentType.ORDER_RESPONSE,
                        did(orders.answer(order.id(), new SupplierAnswer.AcceptAll("CONF-" + order.number()), order.version())));
                case CHANGE_PENDING_SUPPLIER -> done.add(DocumentType.ORDER_RESPONSE, did(orders.answerChange(order.id(), true, null, order.version())));
                case CONFIRMED -> deliver(deal, order, done, goods);
                default -> { }
            }
        }
        return true;
    }

    private void deliver(Deal deal, OrderView order, Done done, boolean goods) {
        if (goods && order.lines().stream().anyMatch(line -> line.open().signum() > 0)) {
            done.add(DocumentType.DESPATCH_ADVICE, did(despatches.despatch(
                    new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null, fresh.today().plusDays(2)))));
        } else if (order.lines().stream().anyMatch(line -> line.shipped().compareTo(line.invoiced()) > 0)) {
            String advice = despatches.ofOrder(order.id()).stream().map(ShipmentView::number).reduce((one, later) -> later).orElse(null);
            done.add(DocumentType.INVOICE, applied(invoices.apply(documents.invoice(deal, order, advice), deal.twins(), MessageContext.NONE)));
        }
    }

    private List<InvoiceView> invoices(OrderView order) {
        return invoices.ofOrder(order.id()).stream().limit(MOST).flatMap(one -> invoices.find(one.id()).stream()).toList();
    }

    private static boolean did(CommandResult result) {
        return result instanceof CommandResult.Done;
    }

    private static boolean applied(ApplyResult result) {
        return result instanceof ApplyResult.Applied;
    }

    private static <T> T by(Deal.Side side, java.util.function.Supplier<T> work) {
        return Tenancy.call(new Actor(Tenancy.Scope.ORGANISATION, side.twin(), null, side.company().name(), Source.HUB), work::get);
    }
}

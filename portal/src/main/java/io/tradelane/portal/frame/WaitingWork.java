package io.tradelane.portal.frame;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.admission.Admissions;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.PriceChanges;
import io.tradelane.trading.chat.Chats;
import io.tradelane.trading.contract.ContractFilter;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import io.tradelane.trading.invoice.InvoiceFilter;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.payment.PaymentTask;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyChanges;
import io.tradelane.trading.people.RoleRequests;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much waits for the caller; each number is the length of the list it leads to. */
@Component
public class WaitingWork {
    /** Under which the counts are in the model of a page that shows them beside the navigation. */
    public static final String MODEL = "waitingWork";
    private final PurchaseOrders orders;
    private final RequestsForQuotation requests;
    private final Invoices invoices;
    private final Payments payments;
    private final RemittanceAdvices remittances;
    private final Incidents incidents;
    private final PartyChanges changes;
    private final Radar radar;
    private final Contracts contracts;
    private final Chats chats;
    private final RoleRequests grants;
    private final Admissions admissions;
    private final ArticleListing listing;
    private final Approvals approvals;
    private final PriceChanges prices;

    WaitingWork(
            PurchaseOrders orders, RequestsForQuotation requests, Invoices invoices, Payments payments, RemittanceAdvices remittances,
            Incidents incidents, PartyChanges changes, Radar radar, RoleRequests grants, Admissions admissions, ArticleListing listing, Contracts contracts, Chats chats, Approvals approvals, PriceChanges prices) {
        this.prices = prices;
        this.approvals = approvals;
        this.admissions = admissions;
        this.contracts = contracts;
        this.chats = chats;
        this.grants = grants;
        this.radar = radar;
        this.listing = listing;
        this.orders = orders;
        this.requests = requests;
        this.invoices = invoices;
        this.payments = payments;
        this.remittances = remittances;
        this.incidents = incidents;
        this.changes = changes;
    }

    public record Counts(
            int orders, int requests, int invoices, int payments, int incidents, int partyChanges, int obligations, int roleRequests, int admissions, int articles,
            int contracts, int messages, int approvals, int prices) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** In one transaction: to begin a dozen costs as much as to count. */
    @Transactional(readOnly = true)
    public Counts counts(Caller caller) {
        return new Counts(
                caller.may(Permission.ORDER_VIEW) ? orders() : 0,
                caller.may(Permission.RFQ_VIEW) ? requests() : 0,
                caller.may(Permission.INVOICE_DECIDE) ? invoices() : 0,
                caller.may(Permission.PAYMENT_VIEW) ? payments.tasks(PaymentTask.Status.OPEN).size() + remittances.toDecide().size() : 0,
                caller.may(Permission.INCIDENT_VIEW) ? incidents() : 0,
                partyChanges(caller),
                caller.may(Permission.OBLIGATION_CHASE) ? radar.counts().getOrDefault(Obligation.State.LATE, 0) : 0,
                roleRequests(caller),
                caller.may(Permission.ADMISSION_DECIDE) ? admissions.waiting() : 0,
                caller.may(Permission.ARTICLE_REVIEW) ? listing.waiting() : 0,
                caller.may(Permission.CONTRACT_VIEW) ? contracts() : 0,
                caller.may(Permission.CHAT_VIEW) ? chats.unread() : 0,
                caller.may(Permission.ORDER_APPROVE) ? approvals.waiting() : 0,
                caller.may(Permission.ARTICLE_WRITE) && caller.organisation() != null ? prices.waiting(caller.organisation()) : 0);
    }

    private int roleRequests(Caller caller) {
        return caller.may(Permission.ROLE_APPROVE) && caller.organisation() != null ? grants.waiting(caller.organisation()).size() : 0;
    }

    private int orders() {
        return orders.count(OrderFilter.of(OrderFilter.Tab.NEEDS_ACTION));
    }

    private int requests() {
        return requests.count(new RfqFilter(RfqFilter.Tab.NEEDS_ACTION, null, null, null, 1));
    }

    private int contracts() {
        return contracts.count(new ContractFilter(ContractFilter.Tab.NEEDS_ACTION, null, null, 1));
    }

    private int invoices() {
        return invoices.count(new InvoiceFilter(InvoiceStatus.EXCEPTION, null, null, null, null, 1));
    }

    private int partyChanges(Caller caller) {
        return (caller.may(Permission.PARTNER_MANAGE) ? changes.waiting(PartyChange.Part.PARTY) : 0)
                + (caller.may(Permission.BANK_ACCOUNT_ACCEPT) ? changes.waiting(PartyChange.Part.BANK_ACCOUNT) : 0);
    }

    private int incidents() {
        return Math.toIntExact(incidents.openByCause().values().stream().mapToLong(Long::longValue).sum());
    }
}

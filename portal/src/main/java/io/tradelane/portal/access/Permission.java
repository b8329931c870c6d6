package io.tradelane.portal.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do; who may is said by {@link Grants}, where it is asked for by {@link EndpointRules}.
 *
 * <p>An API client holds a permission when its key was made with the permission's {@link #scope()}.
 */
public enum Permission {
    HOME("home"),
    ORDER_VIEW("order:read"),
    /** The supplier's answer to an order. */
    ORDER_RESPOND("order:respond"),
    /** The buyer's answer to a change the supplier asks for. */
    ORDER_DECIDE_CHANGE("order:decide"),
    /** Ordering from the catalogue. */
    ORDER_PLACE("order:place"),
    /** Agreeing to what others want to order. In no bundle, and only a person can. */
    ORDER_APPROVE("order:approve"),
    /** Rules, limits and budgets by which orders are approved. In no bundle. */
    APPROVAL_MANAGE("approval:write"),
    RFQ_VIEW("rfq:read"),
    /** Finding articles, and seeing what they cost. */
    CATALOGUE_SEARCH("catalogue:read"),
    /** A supplier's own articles and prices. */
    ARTICLE_WRITE("article:write"),
    /** How much of them is there. */
    STOCK_WRITE("stock:write"),
    /** Who may see how much of it. */
    STOCK_SHARE("stock:share"),
    /** Deciding what is shown in the shop; of the operator. */
    ARTICLE_REVIEW("article:review"),
    /** What is needed: one's own requirements. */
    REQUIREMENT_VIEW("requirement:read"),
    /** Those of all colleagues; a key sees them all. */
    REQUIREMENT_OVERSEE("requirement:oversee"),
    REQUIREMENT_WRITE("requirement:write"),
    /** Approving what others need; only a person can. */
    REQUIREMENT_APPROVE("requirement:approve"),
    /** Finding suppliers, and how one's own stand. */
    SUPPLIER_VIEW("supplier:read"),
    /** Approving and blocking suppliers, and whether one's company is recommended. In no bundle: a key has it only if it says so. */
    SUPPLIER_QUALIFY("supplier:qualify"),
    /** Buyers that are recommended. */
    BUYER_VIEW("buyer:read"),
    /** Asking suppliers for quotations, and running a request. */
    RFQ_PUBLISH("rfq:write"),
    /** Deciding who gets what, which makes orders. */
    RFQ_AWARD("rfq:award"),
    /** Quoting, and bargaining on either side. */
    QUOTE_WRITE("quote:write"),
    CONTRACT_VIEW("contract:read"),
    /** Writing and negotiating contracts, and ordering from them. */
    CONTRACT_WRITE("contract:write"),
    /** Signing for the company, and ending what it signed. In no bundle: a key has it only if it says so. */
    CONTRACT_SIGN("contract:sign"),
    /** The key with which the company signs. In no bundle either. */
    CONTRACT_KEY("contract:key"),
    /** Texts that contracts are begun with. */
    CONTRACT_TEMPLATE("contract:template"),
    CHAT_VIEW("chat:read"),
    CHAT_POST("chat:write"),
    SHIPMENT_DESPATCH("shipment:write"),
    /** A carrier's answer to what it is asked to move. */
    TRANSPORT_RESPOND("transport:respond"),
    RECEIPT_POST("receipt:write"),
    /** When one's docks are open. */
    DOCK_MANAGE("dock:write"),
    /** Booking slots at a buyer's docks, and cancelling them on either side. */
    DOCK_BOOK("dock:book"),
    /** Photos and papers that prove a delivery; of either party. */
    PROOF_ADD("proof:write"),
    INVOICE_VIEW("invoice:read"),
    /** Accepting or rejecting an invoice line that does not match, and approving an invoice. */
    INVOICE_DECIDE("invoice:decide"),
    PAYMENT_VIEW("payment:read"),
    PAYMENT_ALLOCATE("payment:write"),
    /** Finding messages and reading them as documents. */
    DOCUMENT_VIEW("message:read"),
    /** The bytes as they were sent. */
    PAYLOAD_VIEW("payload:read"),
    /** All that proves what became of a document, signed: of the operator and the auditor. */
    EVIDENCE_EXPORT("evidence:export"),
    /** How long what was exchanged is kept; of the operator and the auditor. */
    RETENTION_VIEW("retention:view"),
    /** Rules of retention, legal holds, and the jobs that archive and delete. */
    RETENTION_MANAGE("retention:manage"),
    INTERCHANGE_SUBMIT("interchange:write"),
    INCIDENT_VIEW("incident:read"),
    INCIDENT_HANDLE("incident:write"),
    /** Putting off what a partner owes, reminding it, and saying how long to wait. */
    OBLIGATION_CHASE("obligation:write"),
    /** Rules by which somebody is told by mail or webhook. */
    ALERT_MANAGE("alert:write"),
    /** Being the second person who agrees to a correction. In no bundle: a key has it only if it says so. */
    CORRECTION_APPROVE("correction:approve"),
    CHANNEL_VIEW("channel:read"),
    CHANNEL_MANAGE("channel:write"),
    /** Putting into force what somebody agreed; apart from changing it, for where two people are needed. */
    AGREEMENT_ACTIVATE("agreement:activate"),
    PARTNER_VIEW("partner:read"),
    /** Companies, their addresses, certificates and keys. */
    PARTNER_MANAGE("partner:write"),
    /** Accepting a bank account that a partner told of. In no bundle: a key has it only if it says so. */
    BANK_ACCOUNT_ACCEPT("bank-account:accept"),
    /** Who works for one's company. In no bundle, like all about people: a key has it only if it says so. */
    PEOPLE_VIEW("people:read"),
    /** Inviting people, and giving and taking roles. */
    PEOPLE_MANAGE("people:write"),
    /** Being the second person for a sensitive role; only a person can. */
    ROLE_APPROVE("role:approve"),
    /** Seeing and filling in what a company needs on its way in, and trying in its twin; of which company, the rows say. */
    ONBOARDING_WORK("onboarding:write"),
    /** Companies that registered themselves; of the operator and the auditor. */
    ADMISSION_VIEW("admission:view"),
    /** Reviewing them: asking, admitting, rejecting. In no bundle. */
    ADMISSION_DECIDE("admission:decide"),
    /** Inviting a company, and switching it to live. */
    ONBOARDING_INVITE("onboarding:invite"),
    METRICS_VIEW("metrics:read");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }

    /**
     * What a scope of an API key allows: its own permission, or for {@code read}, {@code write} and {@code operate} a bundle:
     * seeing all there is to see, acting in trade, and acting in the hub.
     */
    public static Set<Permission> ofScope(String scope) {
        return Arrays.stream(values()).filter(permission -> permission.scope.equals(scope) || permission.bundle().equals(scope))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String bundle() {
        return switch (this) {
            case HOME, ORDER_APPROVE, APPROVAL_MANAGE, BANK_ACCOUNT_ACCEPT, CORRECTION_APPROVE, PEOPLE_VIEW, PEOPLE_MANAGE, ROLE_APPROVE, ADMISSION_VIEW, ADMISSION_DECIDE, CONTRACT_SIGN, CONTRACT_KEY,
                    REQUIREMENT_OVERSEE, REQUIREMENT_APPROVE, SUPPLIER_QUALIFY -> "";
            case ARTICLE_REVIEW, INCIDENT_HANDLE, ALERT_MANAGE, EVIDENCE_EXPORT, RETENTION_VIEW, RETENTION_MANAGE, CHANNEL_MANAGE, AGREEMENT_ACTIVATE, PARTNER_MANAGE, ONBOARDING_WORK, ONBOARDING_INVITE, METRICS_VIEW -> "operate";
            default -> scope.endsWith(":read") ? "read" : "write";
        };
    }
}

package io.tradelane.portal.access;

import static io.tradelane.portal.access.Permission.*;

import io.tradelane.trading.partner.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What each role may do. What a row shows to an organisation is decided below this, by row-level security. */
public final class Grants {
    private static final Set<Permission> READ_TRADE = EnumSet.of(HOME, ORDER_VIEW, DOCUMENT_VIEW, PAYLOAD_VIEW, PARTNER_VIEW, CATALOGUE_SEARCH, CHAT_VIEW);
    private static final Map<Role, Set<Permission>> TABLE = table();

    private Grants() {}

    private static Map<Role, Set<Permission>> table() {
        Map<Role, Set<Permission>> table = new EnumMap<>(Role.class);
        table.put(Role.BUYER_STAFF, with(READ_TRADE, CONTRACT_VIEW, CONTRACT_WRITE, CONTRACT_TEMPLATE, CHAT_POST, ORDER_PLACE, ORDER_DECIDE_CHANGE, INVOICE_VIEW, RFQ_VIEW, RFQ_PUBLISH, QUOTE_WRITE, REQUIREMENT_VIEW, REQUIREMENT_OVERSEE, REQUIREMENT_WRITE, SUPPLIER_VIEW, ONBOARDING_WORK, ONBOARDING_INVITE, OBLIGATION_CHASE));
        table.put(Role.BUYER_APPROVER, with(READ_TRADE, CONTRACT_VIEW, CONTRACT_SIGN, CONTRACT_KEY, CHAT_POST, ORDER_APPROVE, ORDER_DECIDE_CHANGE, INVOICE_VIEW, RFQ_VIEW, RFQ_AWARD, REQUIREMENT_VIEW, REQUIREMENT_OVERSEE, REQUIREMENT_WRITE, REQUIREMENT_APPROVE, SUPPLIER_VIEW, SUPPLIER_QUALIFY));
        table.put(Role.BUYER_WAREHOUSE, with(READ_TRADE, CHAT_POST, RECEIPT_POST, DOCK_MANAGE, DOCK_BOOK, PROOF_ADD, STOCK_WRITE, REQUIREMENT_VIEW, REQUIREMENT_WRITE));
        table.put(Role.BUYER_FINANCE, with(READ_TRADE, CONTRACT_VIEW, CHAT_POST, INVOICE_VIEW, INVOICE_DECIDE, PAYMENT_VIEW, PAYMENT_ALLOCATE, BANK_ACCOUNT_ACCEPT));
        table.put(Role.SUPPLIER_SALES, with(READ_TRADE, CONTRACT_VIEW, CONTRACT_WRITE, CONTRACT_SIGN, CONTRACT_KEY, CONTRACT_TEMPLATE, CHAT_POST, ARTICLE_WRITE, STOCK_WRITE, STOCK_SHARE, ORDER_RESPOND, INVOICE_VIEW, RFQ_VIEW, QUOTE_WRITE, BUYER_VIEW, OBLIGATION_CHASE));
        table.put(Role.SUPPLIER_WAREHOUSE, with(READ_TRADE, CHAT_POST, SHIPMENT_DESPATCH, DOCK_BOOK, PROOF_ADD, STOCK_WRITE));
        table.put(Role.SUPPLIER_FINANCE, with(READ_TRADE, CONTRACT_VIEW, CHAT_POST, INVOICE_VIEW, PAYMENT_VIEW, PAYMENT_ALLOCATE, BANK_ACCOUNT_ACCEPT));
        table.put(Role.ORGANISATION_ADMIN, with(READ_TRADE, CONTRACT_KEY, INVOICE_VIEW, INCIDENT_VIEW, CHANNEL_VIEW, ONBOARDING_WORK, OBLIGATION_CHASE, ALERT_MANAGE,
                PEOPLE_VIEW, PEOPLE_MANAGE, ROLE_APPROVE, APPROVAL_MANAGE));
        table.put(Role.OPERATOR, EnumSet.of(HOME, CATALOGUE_SEARCH, ARTICLE_REVIEW, PEOPLE_VIEW, PEOPLE_MANAGE, ROLE_APPROVE, ADMISSION_VIEW, ADMISSION_DECIDE, DOCUMENT_VIEW, INCIDENT_VIEW, CHANNEL_VIEW, CHANNEL_MANAGE, AGREEMENT_ACTIVATE, PARTNER_VIEW, CONTRACT_TEMPLATE, PARTNER_MANAGE,
                ONBOARDING_WORK, ONBOARDING_INVITE, METRICS_VIEW, ALERT_MANAGE));
        table.put(Role.INTEGRATION_OPERATOR, EnumSet.of(HOME, DOCUMENT_VIEW, PAYLOAD_VIEW, INCIDENT_VIEW, INCIDENT_HANDLE, CORRECTION_APPROVE, EVIDENCE_EXPORT,
                RETENTION_VIEW, RETENTION_MANAGE,
                PAYMENT_VIEW, CHANNEL_VIEW, CHANNEL_MANAGE, AGREEMENT_ACTIVATE, PARTNER_VIEW, PARTNER_MANAGE, ONBOARDING_WORK, ONBOARDING_INVITE, METRICS_VIEW,
                OBLIGATION_CHASE, ALERT_MANAGE));
        table.put(Role.AUDITOR, with(READ_TRADE, RFQ_VIEW, REQUIREMENT_VIEW, REQUIREMENT_OVERSEE, INVOICE_VIEW, PAYMENT_VIEW, INCIDENT_VIEW, CHANNEL_VIEW, METRICS_VIEW, EVIDENCE_EXPORT, RETENTION_VIEW, PEOPLE_VIEW, CONTRACT_VIEW, ADMISSION_VIEW));
        table.put(Role.API_CLIENT, EnumSet.noneOf(Permission.class)); // the scopes of its key say it
        return table;
    }

    /** What a machine of the operator may have at most: it is no way around what its people may not. */
    static Set<Permission> ofOperator() {
        return of(Set.of(Role.OPERATOR, Role.INTEGRATION_OPERATOR));
    }

    /** Whoever runs the hub does not audit it: a role of an operator takes the auditor's away. */
    static Set<Role> withoutAuditing(Set<Role> roles) {
        if (!roles.contains(Role.OPERATOR) && !roles.contains(Role.INTEGRATION_OPERATOR)) {
            return roles;
        }
        Set<Role> left = EnumSet.copyOf(roles);
        left.remove(Role.AUDITOR);
        return left;
    }

    public static Set<Permission> of(Collection<Role> roles) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> granted.addAll(TABLE.getOrDefault(role, Set.of())));
        return granted;
    }

    private static Set<Permission> with(Set<Permission> base, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(base);
        all.addAll(Set.of(more));
        return all;
    }
}

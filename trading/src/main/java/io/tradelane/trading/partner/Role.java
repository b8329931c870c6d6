package io.tradelane.trading.partner;

/** What a person or a client may do for an organisation. */
public enum Role {
    BUYER_STAFF,
    BUYER_APPROVER,
    BUYER_WAREHOUSE,
    BUYER_FINANCE,
    SUPPLIER_SALES,
    SUPPLIER_WAREHOUSE,
    SUPPLIER_FINANCE,
    ORGANISATION_ADMIN,
    OPERATOR,
    INTEGRATION_OPERATOR,
    AUDITOR,
    API_CLIENT
}

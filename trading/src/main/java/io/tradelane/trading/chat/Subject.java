package io.tradelane.trading.chat;

/** What is spoken about. Each names the two companies by a row that both see, or one of them alone as long as it is not open. */
public enum Subject {
    /** A request for quotation, between the buyer and one supplier invited: the id is that of the invitation. */
    INVITATION("select i.buyer_org_id, i.supplier_org_id, r.number, r.published_at is not null as open from rfq_invitee i join rfq r on r.id = i.rfq_id where i.id = :id"),
    QUOTE("select buyer_org_id, supplier_org_id, number, true as open from quote where id = :id"),
    CONTRACT("select buyer_org_id, supplier_org_id, number, revealed as open from contract where id = :id"),
    ORDER("select buyer_org_id, supplier_org_id, number, true as open from purchase_order where id = :id"),
    SHIPMENT("select buyer_org_id, supplier_org_id, number, true as open from shipment where id = :id"),
    INVOICE("select buyer_org_id, supplier_org_id, number, true as open from invoice where id = :id");

    private final String sql;

    Subject(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}

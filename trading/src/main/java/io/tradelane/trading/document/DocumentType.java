package io.tradelane.trading.document;

/** The kinds of document the hub understands, each with the record that carries it. */
public enum DocumentType {
    ORDER(OrderDocument.class),
    ORDER_RESPONSE(OrderResponseDocument.class),
    DESPATCH_ADVICE(DespatchAdviceDocument.class),
    INVOICE(InvoiceDocument.class),
    REMITTANCE_ADVICE(RemittanceAdviceDocument.class),
    PAYMENT_NOTIFICATION(PaymentNotificationDocument.class),
    SYNTAX_ACKNOWLEDGEMENT(SyntaxAcknowledgementDocument.class),
    APPLICATION_ACKNOWLEDGEMENT(ApplicationAcknowledgementDocument.class);

    private final Class<? extends BusinessDocument> record;

    DocumentType(Class<? extends BusinessDocument> record) {
        this.record = record;
    }

    public Class<? extends BusinessDocument> record() {
        return record;
    }
}

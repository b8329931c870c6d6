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
    APPLICATION_ACKNOWLEDGEMENT(ApplicationAcknowledgementDocument.class),
    ORDER_CHANGE(OrderChangeDocument.class),
    RECEIPT_ADVICE(ReceiptAdviceDocument.class),
    CATALOGUE(CatalogueDocument.class),
    INVENTORY_REPORT(InventoryReportDocument.class),
    SALES_REPORT(SalesReportDocument.class),
    DELIVERY_SCHEDULE(DeliveryScheduleDocument.class),
    REQUEST_FOR_QUOTATION(RequestForQuotationDocument.class),
    QUOTATION(QuotationDocument.class),
    PARTY_INFORMATION(PartyInformationDocument.class),
    TRANSPORT_INSTRUCTION(TransportInstructionDocument.class),
    TRANSPORT_RESPONSE(TransportResponseDocument.class),
    TRANSPORT_STATUS(TransportStatusDocument.class),
    PAYMENT_INSTRUCTION(PaymentInstructionDocument.class),
    PAYMENT_STATUS(PaymentStatusDocument.class),
    BANK_STATEMENT(BankStatementDocument.class),
    INVOICE_RESPONSE(InvoiceResponseDocument.class),
    PUNCH_OUT_SETUP(PunchOutSetupDocument.class),
    PUNCH_OUT_CART(PunchOutCartDocument.class);

    private final Class<? extends BusinessDocument> record;

    DocumentType(Class<? extends BusinessDocument> record) {
        this.record = record;
    }

    public Class<? extends BusinessDocument> record() {
        return record;
    }
}

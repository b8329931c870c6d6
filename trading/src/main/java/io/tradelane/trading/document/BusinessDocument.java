package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A document as a partner sent it or as we send it, free of any syntax. */
public sealed interface BusinessDocument
        permits OrderDocument, OrderResponseDocument, DespatchAdviceDocument, InvoiceDocument, RemittanceAdviceDocument,
                PaymentNotificationDocument, SyntaxAcknowledgementDocument, ApplicationAcknowledgementDocument,
                OrderChangeDocument, ReceiptAdviceDocument, CatalogueDocument, InventoryReportDocument,
                SalesReportDocument, DeliveryScheduleDocument, RequestForQuotationDocument, QuotationDocument,
                PartyInformationDocument, TransportInstructionDocument, TransportResponseDocument, TransportStatusDocument,
                PaymentInstructionDocument, PaymentStatusDocument, BankStatementDocument,
                InvoiceResponseDocument, PunchOutSetupDocument, PunchOutCartDocument {

    DocumentType type();

    /** The sender's own number of this document: UN/EDIFACT BGM 1004, ISO 20022 MsgId. Never blank. */
    String number();

    LocalDate issueDate();

    List<Party> parties();

    default Optional<Party> party(PartyRole role) {
        return parties().stream().filter(party -> party.role() == role).findFirst();
    }
}

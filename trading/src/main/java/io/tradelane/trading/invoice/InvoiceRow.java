package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.order.Parties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code invoice}; the components are its columns. */
record InvoiceRow(
        UUID id,
        UUID buyerOrgId,
        UUID supplierOrgId,
        String number,
        int year,
        InvoiceDocument.Kind kind,
        @Nullable UUID orderId,
        @Nullable String orderNumber,
        @Nullable String despatchAdviceNumber,
        @Nullable String precedingInvoice,
        @Nullable UUID precedingInvoiceId,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate suppliedOn,
        String currency,
        BigDecimal netTotal,
        BigDecimal taxTotal,
        BigDecimal payableTotal,
        BigDecimal approvedTotal,
        BigDecimal paidTotal,
        String creditorReference,
        @Nullable String payeeAccount,
        @Nullable String paymentTerms,
        @Nullable String note,
        InvoiceStatus status,
        int openLines,
        byte[] contentHash,
        String source,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    Parties parties() {
        return new Parties(buyerOrgId, supplierOrgId);
    }
}

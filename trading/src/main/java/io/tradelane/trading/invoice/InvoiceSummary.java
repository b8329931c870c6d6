package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the list of invoices. */
public record InvoiceSummary(
        UUID id,
        String number,
        InvoiceDocument.Kind kind,
        Company buyer,
        Company supplier,
        @Nullable String orderNumber,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        Money payable,
        Money approved,
        Money paid,
        InvoiceStatus status,
        int openLines,
        Instant createdAt,
        int version) {}

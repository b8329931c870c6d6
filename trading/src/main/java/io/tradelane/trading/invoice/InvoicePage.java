package io.tradelane.trading.invoice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next cursor of the next page; {@code null} on the last */
public record InvoicePage(List<InvoiceSummary> invoices, @Nullable UUID next, Map<InvoiceStatus, Integer> counts) {}

package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.X12ApplicationAdviceMapping;
import io.tradelane.mappings.acknowledgement.X12GroupAcknowledgementMapping;
import io.tradelane.mappings.acknowledgement.X12InterchangeAcknowledgementMapping;
import io.tradelane.mappings.despatch.X12DespatchAdviceMapping;
import io.tradelane.mappings.despatch.X12LoadTenderMapping;
import io.tradelane.mappings.despatch.X12ReceiptMapping;
import io.tradelane.mappings.despatch.X12ShipmentStatusMapping;
import io.tradelane.mappings.despatch.X12TenderResponseMapping;
import io.tradelane.mappings.despatch.X12WarehouseAdviceMapping;
import io.tradelane.mappings.despatch.X12WarehouseOrderMapping;
import io.tradelane.mappings.invoice.X12FreightInvoiceMapping;
import io.tradelane.mappings.invoice.X12InvoiceMapping;
import io.tradelane.mappings.order.X12CatalogueMapping;
import io.tradelane.mappings.order.X12InventoryMapping;
import io.tradelane.mappings.order.X12OrderChangeMapping;
import io.tradelane.mappings.order.X12OrderMapping;
import io.tradelane.mappings.order.X12OrderResponseMapping;
import io.tradelane.mappings.order.X12ResaleMapping;
import io.tradelane.mappings.order.X12SalesReportMapping;
import io.tradelane.mappings.order.X12ScheduleMapping;
import io.tradelane.mappings.payment.X12RemittanceMapping;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.sourcing.X12QuotationMapping;
import io.tradelane.mappings.sourcing.X12RequestForQuotationMapping;
import java.util.List;

/** Every mapping of a transaction set; a new one is one line here. Of several that write one kind of document, the usual one is first. */
final class X12Mappings {
    static final List<X12Mapping<?>> ALL = List.of(
            new X12OrderMapping(),
            new X12RequestForQuotationMapping(),
            new X12QuotationMapping(),
            new X12OrderResponseMapping("855"),
            new X12OrderResponseMapping("865"),
            new X12OrderChangeMapping(),
            new X12DespatchAdviceMapping(),
            new X12WarehouseAdviceMapping(),
            new X12InvoiceMapping(),
            new X12FreightInvoiceMapping(),
            new X12RemittanceMapping(),
            new X12InterchangeAcknowledgementMapping(),
            new X12GroupAcknowledgementMapping("997"),
            new X12GroupAcknowledgementMapping("999"),
            new X12ApplicationAdviceMapping(),
            new X12ScheduleMapping("830"),
            new X12ScheduleMapping("862"),
            new X12CatalogueMapping(),
            new X12InventoryMapping(),
            new X12ResaleMapping(),
            new X12SalesReportMapping(),
            new X12ReceiptMapping(),
            new X12LoadTenderMapping(),
            new X12WarehouseOrderMapping(),
            new X12TenderResponseMapping(),
            new X12ShipmentStatusMapping());

    private X12Mappings() {}
}

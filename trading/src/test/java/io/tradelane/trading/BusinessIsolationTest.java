package io.tradelane.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.DeliveryProofs;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.inventory.Reporter;
import io.tradelane.trading.inventory.StockReports;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Tolerance;
import io.tradelane.trading.invoice.Tolerances;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.TradeFixture;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole deal leaves rows in every table of the business rooms; a third organisation sees none of them. */
class BusinessIsolationTest extends TradeFixture {
    private static final List<String> TABLES = List.of(
            "article", "buyer_article", "agreed_price", "ledger_book", "gl_account", "journal", "journal_line",
            "open_item", "open_item_movement",
            "purchase_order", "po_line", "po_change", "po_change_line", "po_change_draft", "order_response", "shipment", "shipment_order",
            "package", "package_line", "shipment_proof", "shipment_event", "transport_order", "transport_order_instruction", "transport_order_name", "transport_order_event",
            "goods_receipt", "receipt_line", "tolerance", "invoice", "invoice_line", "match_result",
            "invoice_approval", "invoice_response", "bank_account", "payment",
            "payment_alloc", "payment_task", "payment_instruction", "payment_instruction_item", "payment_status_report", "stock_level", "sales_figure",
            "delivery_schedule", "schedule_line", "schedule_delivery");
    /** Seen by one of the two parties only. */
    private static final List<String> BUYERS = List.of("po_change_draft", "tolerance", "payment_instruction", "payment_instruction_item", "payment_status_report");
    /** The operator sees the catalogue; trade is between the companies. */
    private static final List<String> CATALOGUE = List.of("article", "buyer_article", "agreed_price");
    private static final List<String> SUPPLIERS = List.of(
            "payment_task", "transport_order", "transport_order_instruction", "transport_order_name", "transport_order_event");
    @Autowired Tolerances tolerances;
    @Autowired PaymentInstructions instructions;
    @Autowired StockReports stock;
    @Autowired TransportOrders transports;
    @Autowired DeliverySchedules schedules;
    @Autowired DeliveryProofs proofs;

    @Test
    void everyTableIsSeenByThePartiesTheHubAndTheAuditorOnly() {
        trade();
        UUID stranger = organisation("Stranger", Kind.BOTH);
        for (String table : TABLES) {
            assertThat(in(person(stranger), () -> rows(table))).as("%s as a third organisation", table).isZero();
            assertThat(rows(table)).as("%s without a scope", table).isZero();
            assertThat(in(Actor.hub(), () -> rows(table))).as("%s as hub", table).isPositive();
            assertThat(in(auditor(), () -> rows(table))).as("%s as auditor", table).isPositive();
            assertThat(in(operator(), () -> rows(table)) > 0).as("%s as operator", table).isEqualTo(CATALOGUE.contains(table));
            assertThat(in(person(buyer), () -> rows(table)) > 0).as("%s as the buyer", table)
                    .isEqualTo(!SUPPLIERS.contains(table));
            assertThat(in(person(supplier), () -> rows(table)) > 0).as("%s as the supplier", table)
                    .isEqualTo(!BUYERS.contains(table));
        }
    }

    @Test
    void noTableIsForgotten() {
        List<String> known = superuser().sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and (relname like 'po\\_%' or relname like '%invoice%' or relname like 'payment%' or relname like 'journal%'
                                or relname like 'open_item%' or relname like '%receipt%' or relname like 'shipment%' or relname like 'transport%' or relname like 'package%'
                                or relname like '%schedule%')
                        """).query(String.class).list();
        assertThat(TABLES).containsAll(known);
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void trade() {
        OrderView order = placed(document(unique("PO")));
        in(person(buyer), () -> jdbc.sql("insert into po_change_draft (order_id, buyer_org_id, document, owner_name, created_at) values (:order, :buyer, '{}', 'x', now())")
                .param("order", order.id()).param("buyer", buyer).update());
        asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.Change(null, null, List.of(
                new SupplierAnswer.LineChange("1", false, new BigDecimal("90"), null, null, null))), 1));
        asPerson(buyer, () -> orders.decideChange(order.id(), true, null, 2));
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null,
                null)));
        asPerson(buyer, () -> {
            tolerances.set(new Tolerance(buyer, null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            return receipts.post(new GoodsReceipts.Receipt(Ids.next(), order.id(), null, null, List.of(
                    new GoodsReceipts.Counted(order.lines().getFirst().id(), new BigDecimal("90"), BigDecimal.ZERO,
                            null, null))));
        });
        InvoiceView invoice = invoice(applied(bill(invoice(unique("INV"), order.number(), List.of(
                billed("1", null, "1", 50, "1.25"), billed("1", null, "1", 40, "2.00"))))));
        asEdi(buyer, () -> invoices.apply(answer(invoice.number(), InvoiceResponseDocument.Status.ACKNOWLEDGED), parties(), new MessageContext(null, null, buyer)));
        asEdi(supplier, () -> advices.apply(report(advices.ofOrder(order.id()).getFirst().number(), TransportStatusDocument.Status.DEPARTED, OffsetDateTime.now()),
                false, new MessageContext(null, null, supplier)));
        UUID shipment = asPerson(supplier, () -> advices.ofOrder(order.id()).getFirst().id());
        asPerson(buyer, () -> proofs.add(shipment, new DeliveryProofs.NewProof("note.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII), null, null)));
        UUID carrier = organisation("Carrier", Kind.CARRIER);
        String load = unique("TO");
        asEdi(supplier, () -> transports.apply(new TransportInstructionDocument(load, TransportInstructionDocument.Kind.TRANSPORT,
                TransportInstructionDocument.Function.ORIGINAL, LocalDate.now(), null, null, null, null, List.of(), List.of(), null, List.of(), List.of()),
                supplier, carrier, new MessageContext(null, null, supplier)));
        asEdi(carrier, () -> advices.apply(report(load, TransportStatusDocument.Status.DEPARTED, OffsetDateTime.now()), true, new MessageContext(null, null, carrier)));
        Item bolts = new Item(null, null, "B-8", "Bolt");
        inTransaction(Actor.hub(), () -> {
            stock.apply(new InventoryReportDocument("INV", LocalDate.now(), null, List.of(), List.of(new InventoryReportDocument.Line("1", bolts, "A", null,
                    List.of(new InventoryReportDocument.Stock(InventoryReportDocument.Kind.ON_HAND, Quantity.of(1, "PCE")))))), new Reporter(supplier, buyer, null, null));
            stock.apply(new SalesReportDocument("SLS", LocalDate.now(), LocalDate.now(), LocalDate.now(), null, List.of(), List.of(new SalesReportDocument.Line("1", bolts,
                    "A", null, Quantity.of(1, "PCE"), null, null, null))), new Reporter(buyer, supplier, null, null));
        });
        asEdi(buyer, () -> schedules.apply(new DeliveryScheduleDocument("DS", DeliveryScheduleDocument.Kind.FORECAST, LocalDate.now(), null, null, null, null, List.of(), null,
                List.of(new DeliveryScheduleDocument.Line("1", bolts, null, null, "A", null, null, null, List.of(new DeliveryScheduleDocument.Delivery(
                        DeliveryScheduleDocument.Commitment.FIRM, Quantity.of(1, "PCE"), LocalDate.now(), null, null))))), parties(), new MessageContext(null, null, buyer)));
        UUID bank = organisation("Bank", Kind.BANK);
        String instruction = unique("MSG");
        asEdi(buyer, () -> instructions.apply(instruct(instruction, "E2E-1"), buyer, bank, new MessageContext(null, null, buyer)));
        asEdi(bank, () -> instructions.apply(status(instruction, PaymentStatusDocument.Status.ACCEPTED_CUSTOMER), bank, buyer, MessageContext.NONE));
        pay(notification(credit(supplierAccount, "100.00", invoice.creditorReference(), null)));
    }
}

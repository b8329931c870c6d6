package io.tradelane.server.demo;

import static io.tradelane.server.demo.Company.BEICHEN;
import static io.tradelane.server.demo.Company.BRIGHTLINE;
import static io.tradelane.server.demo.Company.HAINA;
import static io.tradelane.server.demo.Company.HUAXING;
import static io.tradelane.server.demo.Company.WESTFIELD;

import io.tradelane.simulators.bank.PaymentNotice;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.LineVerdict;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of the demo: an order in each format comes in; the answer, the goods, the invoice and the money follow. */
final class DemoJourney {
    private static final String HUAXING_ORDER = "PO-HX-1001";
    private static final String BRIGHTLINE_ORDER = "PO-BL-2001";
    private static final String WESTFIELD_ORDER = "PO-WT-3001";
    private static final String RESPONSE = "OR-BC-501";
    private static final String DESPATCH = "DA-BC-601";
    private static final String INVOICE = "INV-BC-90001";
    /** ISO 11649. */
    private static final String CREDITOR_REFERENCE = "RF87BC90001";

    private final Hub hub;
    private final Partners partners;
    private final Templates templates;

    DemoJourney(Hub hub, Partners partners, Templates templates) {
        this.hub = hub;
        this.partners = partners;
        this.templates = templates;
    }

    List<Step> steps() {
        return List.of(
                new Step("Huaxing's ERP drops ORDERS D96A into a folder: the order stands, with what is wrong shown on its lines",
                        hub.order(HUAXING_ORDER, order -> order.lines().stream().anyMatch(line -> !line.issues().isEmpty())),
                        () -> partners.drop(HUAXING, "HX0001.edi", orders("orders-huaxing.edi", HUAXING_ORDER, "HX0001"))),
                answered(HUAXING, HUAXING_ORDER, "HX0001"),
                new Step("Brightline posts ORDERS D96A by HTTP with its API key: 202, and the order stands",
                        hub.order(BRIGHTLINE_ORDER, order -> true),
                        () -> partners.postFromBrightline(brightlineOrders())),
                answered(BRIGHTLINE, BRIGHTLINE_ORDER, "BL0001"),
                new Step("Westfield sends ORDERS D96A by AS2, signed and encrypted: its signed receipt says processed",
                        hub.order(WESTFIELD_ORDER, order -> true),
                        () -> partners.as2FromWestfield(orders("orders-westfield.edi", WESTFIELD_ORDER, "WT0001"))),
                answered(WESTFIELD, WESTFIELD_ORDER, "WT0001"),
                new Step("Haina confirms in the browser, with a smaller quantity on line 2",
                        hub.order(HUAXING_ORDER, order -> order.status().agreement() != Agreement.ISSUED),
                        this::hainaConfirmsWithChange),
                received("Huaxing gets the ORDRSP in its folder", HUAXING, hub.order(HUAXING_ORDER, order -> true),
                        "ORDRSP", "RFF+ON:" + HUAXING_ORDER),
                new Step("Huaxing accepts the change in the browser: the order is confirmed",
                        hub.orderIs(HUAXING_ORDER, Agreement.CONFIRMED), this::huaxingAcceptsChange),
                received("Beichen gets Brightline's order as ORDERS D01B, in its own article numbers", BEICHEN,
                        hub.order(BRIGHTLINE_ORDER, order -> order.status().transmission() != OrderStatus.Transmission.QUEUED),
                        "ORDERS:D:01B", BRIGHTLINE_ORDER, "BC-6204-2RS"),
                new Step("Beichen's system answers with ORDRSP D01B: the order is confirmed",
                        hub.order(BRIGHTLINE_ORDER, order -> order.status().agreement() == Agreement.CONFIRMED
                                || order.status().agreement() == Agreement.COMPLETED),
                        () -> partners.drop(BEICHEN, "BC0001.edi", templates.fill("ordrsp-beichen.edi", Map.of(
                                "order", BRIGHTLINE_ORDER, "reference", "BC0001", "response", RESPONSE)))),
                received("Brightline gets the ORDRSP by HTTP", BRIGHTLINE, hub.order(BRIGHTLINE_ORDER, order -> true),
                        "ORDRSP", "RFF+ON:" + BRIGHTLINE_ORDER),
                new Step("Beichen sends DESADV with two packages (SSCC): the shipment is on its way",
                        hub.shipped(BRIGHTLINE_ORDER),
                        () -> partners.drop(BEICHEN, "BC0002.edi", templates.fill("desadv-beichen.edi", Map.of(
                                "order", BRIGHTLINE_ORDER, "reference", "BC0002", "despatch", DESPATCH)))),
                new Step("Brightline's warehouse counts the goods in the browser: 20 bearings are missing on line 2",
                        hub.received(BRIGHTLINE_ORDER), this::warehouseReceivesShort),
                new Step("Beichen sends INVOIC for all it shipped: the match approves two lines, line 2 waits for a decision",
                        hub.invoice(INVOICE, invoice -> invoice.lines().stream().noneMatch(line -> line.verdict() == LineVerdict.WAITING_RECEIPT)),
                        () -> partners.drop(BEICHEN, "BC0003.edi", templates.fill("invoic-beichen.edi", Map.of(
                                "order", BRIGHTLINE_ORDER, "reference", "BC0003", "despatch", DESPATCH, "invoice", INVOICE,
                                "creditorReference", CREDITOR_REFERENCE)))),
                received("Brightline gets its INVOIC by HTTP", BRIGHTLINE, hub.invoice(INVOICE, invoice -> true), "INVOIC", INVOICE),
                new Step("The bank confirms a first payment by HTTP (camt.054, found by the creditor reference)",
                        hub.invoice(INVOICE, invoice -> invoice.paid().amount().signum() > 0),
                        () -> partners.bankConfirmsByHttp(payment("2470.00", "HB-1001", "NOTPROVIDED", CREDITOR_REFERENCE, null))),
                received("Beichen gets REMADV D01B", BEICHEN, hub.invoice(INVOICE, invoice -> true), "REMADV", INVOICE),
                new Step("Brightline's finance decides line 2 in the browser: pay what was received",
                        hub.invoice(INVOICE, invoice -> invoice.lines().stream().noneMatch(line -> line.verdict().open())),
                        this::financeDecides),
                new Step("The bank confirms the rest by SOAP: the invoice is settled, the ledger balances",
                        hub.invoice(INVOICE, invoice -> invoice.status() == InvoiceStatus.PAID),
                        () -> partners.bankConfirmsBySoap(payment("1008.00", "HB-1002", INVOICE, null, INVOICE))),
                new Step("A payment that fits nothing becomes a task for a clerk",
                        hub.task("HB-1003"),
                        () -> partners.bankConfirmsByHttp(templates.payment(
                                "HB-1003", "77.77", BEICHEN.account, "NOTPROVIDED", "Somebody Else Ltd", "DE02120300000000202051", null,
                                "thank you"))),
                new Step("Brightline sends the same interchange again: recorded and acknowledged as a duplicate, no second order",
                        hub.interchange("BL0001", InterchangeStatus.DUPLICATE),
                        () -> partners.postFromBrightline(brightlineOrders())),
                new Step("The same reference with other content is held for a person",
                        hub.interchange("BL0001", InterchangeStatus.HELD),
                        () -> partners.postFromBrightline(orders("orders-brightline.edi", "PO-BL-2002", "BL0001"))));
    }

    private Step answered(Company company, String order, String reference) {
        return received(company.title + " gets CONTRL for " + reference, company, hub.order(order, found -> true), "CONTRL", "UCI+" + reference);
    }

    private Step received(String title, Company company, Supplier<Optional<String>> page, String... texts) {
        return Step.hub(title, () -> partners.received(company, texts) ? page.get() : Optional.empty());
    }

    private byte[] orders(String template, String number, String reference) {
        return templates.fill(template, Map.of("order", number, "reference", reference));
    }

    private byte[] brightlineOrders() {
        return orders("orders-brightline.edi", BRIGHTLINE_ORDER, "BL0001");
    }

    private PaymentNotice payment(
            String amount, String bankReference, String endToEndId, @Nullable String creditorReference, @Nullable String freeText) {
        return templates.payment(
                bankReference, amount, BEICHEN.account, endToEndId, BRIGHTLINE.title, BRIGHTLINE.account, creditorReference, freeText);
    }

    private void hainaConfirmsWithChange() throws Exception {
        OrderView order = hub.theOrder(HUAXING_ORDER);
        partners.signIn(HAINA, "sales").submit("/orders/" + order.id() + "/response", "/response",
                DemoForms.answerWithQuantity(1, "1200"));
    }

    private void huaxingAcceptsChange() throws Exception {
        UUID order = hub.theOrder(HUAXING_ORDER).id();
        partners.signIn(HUAXING, "buyer").submit("/orders/" + order, "/change", DemoForms.acceptChange());
    }

    private void warehouseReceivesShort() throws Exception {
        OrderView order = hub.theOrder(BRIGHTLINE_ORDER);
        partners.signIn(BRIGHTLINE, "warehouse").submit("/orders/" + order.id() + "/receipt", "/receipt",
                DemoForms.receiveShort(1, "180"));
    }

    private void financeDecides() throws Exception {
        InvoiceView invoice = hub.theInvoice(INVOICE);
        InvoiceView.Line held = invoice.lines().stream().filter(line -> line.verdict().open()).findFirst().orElseThrow();
        partners.signIn(BRIGHTLINE, "finance").submit("/invoices/" + invoice.id(), "/lines/" + held.id(), DemoForms.payReceived());
    }
}

package io.tradelane.server.demo;

import static io.tradelane.server.demo.Company.BRIGHTLINE;
import static io.tradelane.server.demo.Company.CARRIER;
import static io.tradelane.server.demo.Company.JINGONG;
import static io.tradelane.server.demo.Company.WESTFIELD;

import io.tradelane.simulators.bank.PaymentStatus;
import io.tradelane.trading.despatch.Transport;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.InstructedPayment;
import io.tradelane.trading.payment.PaymentInstructions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The steps that are played with the simulators: each is what one of these systems does by itself, and what the hub makes of it. */
@Component
class SimulatorJourney {
    private static final String ODATA_ORDER = "PO-HX-ERP-1";
    private static final String CRM_ORDER = "PO-BL-CRM-1";
    private static final String SAP_ORDER = "PO-WT-3002";
    private static final String TRANSPORT = "TO-JG-1";
    private static final String PAYMENT = "E2E-BL-1";
    private static final Set<Transmission> ARRIVED = EnumSet.of(Transmission.DELIVERED, Transmission.ACKED);
    private final Hub hub;
    private final TransportOrders transports;
    private final PaymentInstructions payments;

    SimulatorJourney(Hub hub, TransportOrders transports, PaymentInstructions payments) {
        this.hub = hub;
        this.transports = transports;
        this.payments = payments;
    }

    List<Step> steps(Simulators simulators, Partners partners, Templates templates, LocalDate day) {
        return List.of(
                new Step("Huaxing's ERP has a new entity in its OData service: the hub reads it by its delta link, and the order stands",
                        hub.order(ODATA_ORDER, order -> true),
                        () -> simulators.huaxingErp.put("SalesOrders",
                                Map.of("ID", ODATA_ORDER, "Article", "6902345001008", "Quantity", 500, "Date", day.toString()))),
                new Step("Brightline's CRM has a new record: the hub reads it with its OAuth token, page by page, and the order stands",
                        hub.order(CRM_ORDER, order -> true),
                        () -> simulators.brightlineCrm.put(Map.of("id", CRM_ORDER, "article", "6902345001039", "quantity", 40, "date", day.toString(),
                                "updatedAt", day + "T08:00:00Z"))),
                new Step("Westfield orders by AS2: Jingong's SAP gets it as an IDoc ORDERS05 in a SOAP envelope, and assigns a number",
                        hub.order(SAP_ORDER, order -> ARRIVED.contains(order.status().transmission())),
                        () -> partners.as2FromWestfield(templates.fill("orders-westfield.edi", Map.of("order", SAP_ORDER, "reference", "WT0002")))),
                new Step("Jingong asks Jianghai to move two packages: the carrier's API takes the transport order",
                        transport(false), () -> partners.post(JINGONG, "application/json", instruction(day))),
                new Step("The carrier reports that they are on their way: the hub asks for its events, and the transport order follows",
                        transport(true),
                        () -> simulators.carrier.report(TRANSPORT, "picked-up", day.atTime(LocalTime.NOON).atOffset(ZoneOffset.ofHours(8)), "Wuxi", null)),
                new Step("Brightline instructs its bank: a pain.001 is in the bank's folder on its SFTP server",
                        () -> delivered(simulators) ? payment(Set.of()).get() : Optional.empty(), () -> partners.post(BRIGHTLINE, "application/json", payment(day))),
                new Step("The bank answers with pain.002: the payment is settled",
                        payment(EnumSet.of(InstructedPayment.Status.SETTLED)), () -> settle(simulators)));
    }

    private Supplier<Optional<String>> transport(boolean moving) {
        return () -> Tenancy.call(Tenancy.Actor.hub(), () -> transports.list(TRANSPORT, null).stream()
                .filter(order -> !moving || order.transport() != Transport.UNREPORTED).findFirst().map(order -> "/transports/" + order.id()));
    }

    private Supplier<Optional<String>> payment(Set<InstructedPayment.Status> wanted) {
        return () -> Tenancy.call(Tenancy.Actor.hub(), () -> payments.list(PAYMENT).stream()
                .filter(payment -> wanted.isEmpty() || wanted.contains(payment.status())).findFirst().map(payment -> "/payments"));
    }

    private static boolean delivered(Simulators simulators) {
        try {
            return !simulators.bank.received().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void settle(Simulators simulators) throws IOException {
        for (var instruction : simulators.bank.received()) {
            simulators.bank.offer("pain002-" + instruction.getFileName(), PaymentStatus.pain002("S-BL-1", Files.readAllBytes(instruction), "ACSC"));
        }
    }

    private static byte[] instruction(LocalDate day) {
        return """
                {"type": "TRANSPORT_INSTRUCTION", "document": {"number": "%s", "kind": "TRANSPORT", "function": "ORIGINAL", "issueDate": "%s", "mode": "3",
                  "parties": [{"role": "CONSIGNOR", "identifiers": [{"scheme": "GLN", "value": "%s"}]}, {"role": "CONSIGNEE", "identifiers": [{"scheme": "GLN", "value": "%s"}]},
                    {"role": "CARRIER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}],
                  "goods": [{"lineNumber": "1", "description": "Injection mould inserts", "packages": {"value": 2, "unit": "PX"}}]}}
                """.formatted(TRANSPORT, day, JINGONG.gln, WESTFIELD.gln, CARRIER.gln).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] payment(LocalDate day) {
        return """
                {"type": "PAYMENT_INSTRUCTION", "document": {"number": "PI-BL-1", "kind": "CREDIT_TRANSFER", "createdAt": "%sT09:00:00+01:00",
                  "batches": [{"number": "B-BL-1", "account": "%s", "accountHolder": "%s", "bank": "COBADEFFXXX", "executionDate": "%s", "urgent": false,
                    "transactions": [{"endToEndId": "%s", "amount": {"amount": 196.00, "currency": "EUR"}, "name": "%s", "account": "%s", "bank": "COBADEFFXXX",
                      "remittance": "%s"}]}]}}
                """.formatted(day, BRIGHTLINE.account, BRIGHTLINE.title, day.plusDays(1), PAYMENT, Company.BEICHEN.title, Company.BEICHEN.account, CRM_ORDER)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.TransportOrderRepository.Standing;
import io.tradelane.trading.despatch.TransportRepository.Moving;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Consignment;
import io.tradelane.trading.document.TransportStatusDocument.Event;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The command behind {@link DespatchAdvices#apply(TransportStatusDocument, boolean, MessageContext)}. */
@Component
class ApplyTransportStatus {
    private final TransportRepository repository;
    private final TransportOrderRepository orders;
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    ApplyTransportStatus(
            TransportRepository repository, TransportOrderRepository orders, Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.repository = repository;
        this.orders = orders;
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    private record Report(Consignment consignment, List<Moving> shipments, List<Standing> orders) {}

    ApplyResult apply(TransportStatusDocument document, boolean carrier, MessageContext context) {
        List<Report> reports = reports(document, carrier, context);
        String unknown = reports.stream()
                .filter(report -> report.shipments.isEmpty() && report.orders.isEmpty()
                        || report.shipments.stream().map(Moving::supplierOrgId).distinct().count() > 1)
                .map(report -> report.consignment.number())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty() || reports.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_SHIPMENT, unknown);
        }
        Map<UUID, Moving> now = new LinkedHashMap<>();
        Map<UUID, Standing> ordered = new LinkedHashMap<>();
        int news = 0;
        for (Report report : reports) {
            for (Event event : events(report.consignment)) {
                for (Moving named : report.shipments) {
                    Moving shipment = now.computeIfAbsent(named.id(), id -> named);
                    if (repository.insert(shipment, report.consignment.number(), event, context)) {
                        now.put(shipment.id(), tell(shipment, report.consignment, event, context));
                        news++;
                    }
                }
                for (Standing named : report.orders) {
                    Standing order = ordered.computeIfAbsent(named.id(), id -> named);
                    if (orders.insert(order, report.consignment.number(), event, context)) {
                        ordered.put(order.id(), tell(order, report.consignment, event, context));
                        news++;
                    }
                }
            }
        }
        UUID first = Stream.concat(now.keySet().stream(), ordered.keySet().stream()).findFirst().orElseGet(() -> first(reports.getFirst()));
        if (news == 0) {
            return new ApplyResult.NoEffect("the events are known already", first);
        }
        Stream.concat(now.values().stream().map(Moving::buyerOrgId), ordered.values().stream().map(Standing::shipper)).distinct()
                .forEach(receiver -> forward(of(receiver, document, reports), receiver, context));
        return new ApplyResult.Applied(first);
    }

    /** What it says of this company's goods, and of nobody else's. */
    private static TransportStatusDocument of(UUID receiver, TransportStatusDocument said, List<Report> reports) {
        return new TransportStatusDocument(said.number(), said.issueDate(), said.parties(), reports.stream()
                .filter(report -> report.shipments.stream().anyMatch(shipment -> shipment.buyerOrgId().equals(receiver))
                        || report.orders.stream().anyMatch(order -> order.shipper().equals(receiver)))
                .map(Report::consignment).toList());
    }

    private static UUID first(Report report) {
        return report.shipments.isEmpty() ? report.orders.getFirst().id() : report.shipments.getFirst().id();
    }

    /** What each consignment names: shipments by their own numbers, and those that a transport order of the sender's moves. */
    private List<Report> reports(TransportStatusDocument document, boolean carrier, MessageContext context) {
        Set<String> numbers = document.consignments().stream().flatMap(ApplyTransportStatus::numbers).collect(Collectors.toSet());
        List<Standing> asked = context.sender() == null ? List.of() : orders.lockNamed(numbers, context.sender());
        asked.forEach(order -> numbers.addAll(order.names().shipments()));
        List<Moving> moving = repository.lock(numbers, asked.stream().flatMap(order -> order.names().orders().stream()).collect(Collectors.toSet()));
        List<Report> reports = new ArrayList<>();
        for (Consignment consignment : document.consignments()) {
            Set<String> own = numbers(consignment).collect(Collectors.toSet());
            List<Standing> named = asked.stream()
                    .filter(order -> own.contains(order.number()) || order.carrierReference() != null && own.contains(order.carrierReference())).toList();
            reports.add(new Report(consignment, moving.stream()
                    .filter(shipment -> !Collections.disjoint(shipment.names(), own) && maySpeak(shipment, carrier, context)
                            || named.stream().anyMatch(order -> moves(order, shipment, moving)))
                    .toList(), named));
        }
        return reports;
    }

    /** By its own number; by that of an order only where one buyer alone has goods of that number on the way: buyers count alike. */
    private static boolean moves(Standing order, Moving shipment, List<Moving> all) {
        return isOf(order, shipment) && (!Collections.disjoint(order.names().shipments(), shipment.names())
                || !Collections.disjoint(order.names().orders(), shipment.orders())
                        && all.stream().filter(other -> isOf(order, other) && !Collections.disjoint(order.names().orders(), other.orders()))
                                .map(Moving::buyerOrgId).distinct().count() == 1);
    }

    private static boolean isOf(Standing order, Moving shipment) {
        return order.shipper().equals(shipment.supplierOrgId()) || order.shipper().equals(shipment.buyerOrgId());
    }

    /** Supplier and buyer of the goods speak of them, and whoever is a carrier. */
    private static boolean maySpeak(Moving shipment, boolean carrier, MessageContext context) {
        return carrier || context.speaksFor(shipment.supplierOrgId()) || context.speaksFor(shipment.buyerOrgId());
    }

    private static Stream<String> numbers(Consignment consignment) {
        Stream<String> references = consignment.references().stream()
                .filter(reference -> switch (reference.kind()) {
                    case DESPATCH_ADVICE, DELIVERY_NOTE, CONSIGNMENT, TRANSPORT_INSTRUCTION, OTHER -> true;
                    default -> false;
                })
                .map(Reference::number);
        return Stream.of(Stream.of(consignment.number()), consignment.ssccs().stream(), references).flatMap(Function.identity());
    }

    private static List<Event> events(Consignment consignment) {
        return consignment.events().stream().sorted(Comparator.comparing(Event::at, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
    }

    /** One entry of the shipment's timeline. A report that comes after a later one is told and changes nothing. */
    private Moving tell(Moving shipment, Consignment consignment, Event event, MessageContext context) {
        boolean late = event.at() != null && shipment.transportAt() != null && event.at().isBefore(shipment.transportAt());
        Optional<Transport> next = late ? Optional.empty() : shipment.transport().on(event.status());
        Transport to = next.orElse(shipment.transport());
        Moving moved = shipment.moved(to, next.isPresent() && event.at() != null ? event.at() : shipment.transportAt());
        next.ifPresent(state -> repository.moved(shipment.id(), state, event.at()));
        journal.record(new Entry(DespatchAdvices.ENTITY, shipment.id(), shipment.transport().name(), "REPORT_" + event.status(), to.name(),
                context.interchange(), context.message(), Set.of(shipment.buyerOrgId(), shipment.supplierOrgId()), details(consignment, event)));
        if (event.status() == Status.EXCEPTION) {
            incidents.raise(new NewIncident(Cause.TRANSPORT_EXCEPTION, shipment.supplierOrgId(), context.interchange(), context.message(),
                    Map.of("subject", shipment.id().toString(), "number", shipment.number(), "reason", text(event.reason(), event.code()), "place", text(event.place(), "–")), null));
        }
        return moved;
    }

    private Standing tell(Standing order, Consignment consignment, Event event, MessageContext context) {
        boolean late = event.at() != null && order.transportAt() != null && event.at().isBefore(order.transportAt());
        Optional<Transport> next = late ? Optional.empty() : order.transport().on(event.status());
        Transport to = next.orElse(order.transport());
        next.ifPresent(state -> orders.moved(order.id(), state, event.at()));
        journal.record(new Entry(TransportOrders.ENTITY, order.id(), order.transport().name(), "REPORT_" + event.status(), to.name(), context.interchange(),
                context.message(), order.parties(), details(consignment, event)));
        return order.moved(to, next.isPresent() && event.at() != null ? event.at() : order.transportAt());
    }

    private static Map<String, String> details(Consignment consignment, Event event) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("consignment", consignment.number());
        details.put("code", event.code());
        if (event.at() != null) {
            details.put("at", event.at().toString());
        }
        if (event.place() != null) {
            details.put("place", event.place());
        }
        if (event.reason() != null) {
            details.put("reason", event.reason());
        }
        if (event.signedBy() != null) {
            details.put("signedBy", event.signedBy());
        }
        return details;
    }

    private static String text(@org.jspecify.annotations.Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** Buyer and shipper follow the goods in their own systems where they have agreed to with who reports. */
    private void forward(TransportStatusDocument document, UUID receiver, MessageContext context) {
        UUID sender = context.sender();
        if (sender != null && !sender.equals(receiver) && agreements.outbound(sender, receiver, DocumentType.TRANSPORT_STATUS).isPresent()) {
            outbox.enqueue(new OutboundDocument(sender, receiver, document, document.number(), context.interchange(), context.message(),
                    "iftsta:" + context.message() + ":" + receiver));
        }
    }
}

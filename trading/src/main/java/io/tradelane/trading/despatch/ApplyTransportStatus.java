package io.tradelane.trading.despatch;

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
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    ApplyTransportStatus(TransportRepository repository, Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.repository = repository;
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    private record Report(Consignment consignment, Moving shipment) {}

    ApplyResult apply(TransportStatusDocument document, boolean carrier, MessageContext context) {
        List<Report> reports = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Moving> named = repository.lock(document.consignments().stream().flatMap(ApplyTransportStatus::numbers).collect(Collectors.toSet())).stream()
                .filter(shipment -> maySpeak(shipment, carrier, context))
                .toList();
        for (Consignment consignment : document.consignments()) {
            Set<String> numbers = numbers(consignment).collect(Collectors.toSet());
            List<Moving> shipments = named.stream().filter(shipment -> !Collections.disjoint(shipment.names(), numbers)).toList();
            boolean ambiguous = shipments.stream().map(Moving::supplierOrgId).distinct().count() > 1;
            if (shipments.isEmpty() || ambiguous) {
                unknown.add(consignment.number());
            }
            shipments.forEach(shipment -> reports.add(new Report(consignment, shipment)));
        }
        if (!unknown.isEmpty() || reports.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_SHIPMENT, String.join(", ", unknown));
        }
        Map<UUID, Moving> now = new LinkedHashMap<>();
        long news = reports.stream()
                .mapToLong(report -> {
                    Moving shipment = now.getOrDefault(report.shipment().id(), report.shipment());
                    List<Event> told = events(report.consignment()).filter(event -> repository.insert(shipment, report.consignment().number(), event, context)).toList();
                    now.put(shipment.id(), told.stream().reduce(shipment, (moving, event) -> tell(moving, report.consignment(), event, context), (one, other) -> other));
                    return told.size();
                })
                .sum();
        UUID first = reports.getFirst().shipment().id();
        if (news == 0) {
            return new ApplyResult.NoEffect("the events are known already", first);
        }
        now.values().stream().map(Moving::buyerOrgId).distinct().forEach(buyer -> forward(document, buyer, context));
        return new ApplyResult.Applied(first);
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

    private static Stream<Event> events(Consignment consignment) {
        return consignment.events().stream().sorted(Comparator.comparing(Event::at, Comparator.nullsFirst(Comparator.naturalOrder())));
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

    /** The buyer follows its goods in its own system where it has agreed to with who reports. */
    private void forward(TransportStatusDocument document, UUID buyer, MessageContext context) {
        UUID sender = context.sender();
        if (sender != null && !sender.equals(buyer) && agreements.outbound(sender, buyer, DocumentType.TRANSPORT_STATUS).isPresent()) {
            outbox.enqueue(new OutboundDocument(sender, buyer, document, document.number(), context.interchange(), context.message(),
                    "iftsta:" + context.message() + ":" + buyer));
        }
    }
}

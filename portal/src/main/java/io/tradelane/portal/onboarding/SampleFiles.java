package io.tradelane.portal.onboarding;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files as the partner would send them: of its own catalogue and the deals of its twin, in the format it agreed to. Right ones and wrong ones. */
@Component
class SampleFiles {
    /** Nothing but the catalogue is needed for these. */
    private static final Set<DocumentType> ALWAYS = Set.of(DocumentType.ORDER, DocumentType.DELIVERY_SCHEDULE, DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT);
    private static final long REFERENCES = 1_000_000_000L; // nine digits: what an ISA has room for
    private final Translator translator = Translator.standard();
    private final Onboardings onboardings;
    private final Deals deals;
    private final TestDocuments fresh;
    private final DealDocuments documents;
    private final AcknowledgementFiles acknowledgements;
    private final DespatchAdvices despatches;
    private final Invoices invoices;
    private final Clock clock;

    SampleFiles(Onboardings onboardings, Deals deals, TestDocuments fresh, DealDocuments documents, AcknowledgementFiles acknowledgements,
            DespatchAdvices despatches, Invoices invoices, Clock clock) {
        this.onboardings = onboardings;
        this.deals = deals;
        this.fresh = fresh;
        this.documents = documents;
        this.acknowledgements = acknowledgements;
        this.despatches = despatches;
        this.invoices = invoices;
        this.clock = clock;
    }

    record Sample(String name, String mediaType, byte[] bytes) {}

    static ResponseEntity<byte[]> download(Sample sample) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(sample.name).build().toString()).body(sample.bytes);
    }

    /** @param sends one of those that the partner sends @param ready whether there is a deal that it can be about @param wrong whether there is a wrong one too */
    record Offered(Exchanged sends, boolean ready, boolean wrong) {}

    List<Offered> offered(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> Stream.concat(onboarding.documents().stream().filter(Exchanged::sends)
                .map(one -> new Offered(one, ALWAYS.contains(one.type()) || document(onboarding, one.type()).isPresent(),
                         WrongFiles.canBe(target(onboardings.terms(onboarding, one)).format()))),
                onboarding.documents().stream().filter(one -> !one.sends() && one.acknowledged()).limit(1)
                        .map(one -> new Offered(new Exchanged(DocumentType.SYNTAX_ACKNOWLEDGEMENT, true, one.format()), acknowledgements.waiting(onboarding).isPresent(), false)))
                .toList());
    }

    /** @param wrong with one mistake in it; empty: nothing that it could be about, or nothing wrong to be made of it */
    Optional<Sample> sample(Onboarding onboarding, DocumentType type, boolean wrong) {
        if (type == DocumentType.SYNTAX_ACKNOWLEDGEMENT) {
            return wrong ? Optional.empty() : Tenancy.call(Actor.hub(), () -> acknowledgements.sample(onboarding, reference()));
        }
        return Tenancy.call(Actor.hub(), () -> onboarding.documents().stream().filter(one -> one.sends() && one.type() == type).findFirst()
                .flatMap(one -> document(onboarding, type).flatMap(document -> write(onboarding, one, document, wrong))));
    }

    private Optional<Sample> write(Onboarding onboarding, Exchanged exchanged, BusinessDocument document, boolean wrong) {
        Agreement terms = onboardings.terms(onboarding, exchanged);
        Target target = target(terms);
        Envelope envelope = new Envelope(new PartyAddress(terms.senderId(), terms.senderQualifier()), new PartyAddress(terms.receiverId(), terms.receiverQualifier()),
                reference(), clock.instant(), "1", true, exchanged.acknowledged(), "UTF-8");
        byte[] good = translator.write(List.of(document), target, target.format() == Format.EDIFACT ? envelope.withCharset("ISO-8859-1") : envelope);
        String name = exchanged.type().name().toLowerCase(Locale.ROOT) + "_" + document.number() + (wrong ? "_wrong." : ".") + target.ending();
        return wrong ? WrongFiles.of(target.format(), good).map(bytes -> new Sample(name, target.mediaType(), bytes))
                : Optional.of(new Sample(name, target.mediaType(), good));
    }

    private String reference() {
        return "%09d".formatted(clock.millis() % REFERENCES);
    }

    private static Target target(Agreement terms) {
        return new Target(Format.valueOf(terms.format()), terms.version());
    }

    private Optional<BusinessDocument> document(Onboarding onboarding, DocumentType type) {
        return switch (type) {
            case ORDER -> deals.buying(onboarding).map(fresh::order);
            case DELIVERY_SCHEDULE -> deals.buying(onboarding).map(fresh::schedule);
            case CATALOGUE -> deals.selling(onboarding).map(fresh::catalogue);
            case INVENTORY_REPORT -> deals.selling(onboarding).map(fresh::stock);
            case ORDER_RESPONSE, DESPATCH_ADVICE, INVOICE -> deals.selling(onboarding).flatMap(deal -> ofSupplier(deal, type));
            case ORDER_CHANGE, RECEIPT_ADVICE, INVOICE_RESPONSE, REMITTANCE_ADVICE -> deals.buying(onboarding).flatMap(deal -> ofBuyer(deal, type));
            default -> Optional.empty();
        };
    }

    private Optional<BusinessDocument> ofSupplier(Deal deal, DocumentType type) {
        Stream<OrderView> orders = deals.orders(deal).stream().filter(order -> !order.status().agreement().ended());
        return switch (type) {
            case ORDER_RESPONSE -> orders.filter(order -> order.answers().isEmpty()).findFirst().map(order -> documents.response(deal, order));
            case DESPATCH_ADVICE -> orders.filter(order -> order.lines().stream().anyMatch(line -> line.open().signum() > 0)).findFirst()
                    .map(order -> documents.despatch(deal, order));
            default -> orders.filter(order -> order.lines().stream().anyMatch(line -> line.shipped().compareTo(line.invoiced()) > 0)).findFirst()
                    .map(order -> documents.invoice(deal, order, shipments(order).map(ShipmentView::number).reduce((one, later) -> later).orElse(null)));
        };
    }

    private Optional<BusinessDocument> ofBuyer(Deal deal, DocumentType type) {
        Stream<OrderView> orders = deals.orders(deal).stream().filter(order -> !order.status().agreement().ended());
        return switch (type) {
            case ORDER_CHANGE -> orders.findFirst().map(order -> documents.change(deal, order));
            case RECEIPT_ADVICE -> orders.flatMap(order -> shipments(order).filter(shipment -> shipment.state() != ShipmentView.State.RECEIVED)
                    .map(shipment -> documents.receipt(deal, order, shipment))).map(BusinessDocument.class::cast).findFirst();
            case INVOICE_RESPONSE -> orders.flatMap(this::invoices).filter(invoice -> invoice.buyerAnswers().isEmpty()).findFirst()
                    .map(invoice -> documents.answer(deal, invoice));
            default -> orders.flatMap(this::invoices).findFirst().map(invoice -> documents.remittance(deal, invoice));
        };
    }

    private Stream<ShipmentView> shipments(OrderView order) {
        return despatches.ofOrder(order.id()).stream();
    }

    private Stream<InvoiceView> invoices(OrderView order) {
        return invoices.ofOrder(order.id()).stream().flatMap(one -> invoices.find(one.id()).stream());
    }
}

package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.despatch.OpenTransDispatchMapping;
import io.tradelane.mappings.invoice.OpenTransInvoiceMapping;
import io.tradelane.mappings.order.OpenTransOrderChangeMapping;
import io.tradelane.mappings.order.OpenTransOrderMapping;
import io.tradelane.mappings.order.OpenTransOrderResponseMapping;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** openTRANS 1.0 to 2.1; QUOTATION, RFQ, RECEIPTACKNOWLEDGEMENT, REMITTANCEADVICE and the others are named and not mapped. */
final class OpenTransFamily extends XmlFamily {
    private static final String NAMESPACE = "http://www.opentrans.org/";
    private static final String VERSION = "2.1";
    private static final Set<String> ROOTS = Set.of(
            "ORDER", "ORDERCHANGE", "ORDERRESPONSE", "DISPATCHNOTIFICATION", "RECEIPTACKNOWLEDGEMENT", "INVOICE", "INVOICELIST", "QUOTATION",
            "RFQ", "REMITTANCEADVICE");
    private static final Map<DocumentType, String> WRITTEN = Map.of(
            DocumentType.ORDER, "ORDER", DocumentType.ORDER_CHANGE, "ORDERCHANGE", DocumentType.ORDER_RESPONSE, "ORDERRESPONSE",
            DocumentType.DESPATCH_ADVICE, "DISPATCHNOTIFICATION", DocumentType.INVOICE, "INVOICE");

    OpenTransFamily() {
        super(() -> List.of(
                new OpenTransOrderMapping(), new OpenTransOrderChangeMapping(), new OpenTransOrderResponseMapping(),
                new OpenTransDispatchMapping(), new OpenTransInvoiceMapping()));
    }

    @Override
    public Format format() {
        return Format.OPENTRANS;
    }

    @Override
    public String title() {
        return "openTRANS";
    }

    @Override
    List<String> fragments() {
        return List.of("io/tradelane/mappings/shared/opentrans.xml");
    }

    /** Without a namespace, by the header that all of them have: {@code ORDER/ORDER_HEADER}. */
    @Override
    boolean owns(XmlRoot root) {
        return root.namespace().startsWith(NAMESPACE)
                || root.namespace().isEmpty() && ROOTS.contains(root.name()) && root.holds(root.name() + "_HEADER");
    }

    @Override
    MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row) {
        String stated = row == null ? null : row.text("format");
        String namespace = root.namespace();
        String version = stated != null ? stated : namespace.substring(namespace.lastIndexOf('/') + 1);
        return new MessageType(root.name(), version, null);
    }

    /** There is no document that withdraws an order, and none for an answer without lines. */
    @Override
    @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings) {
        if (!target.version().equals(VERSION)
                || document instanceof OrderChangeDocument change && change.action() == OrderChangeDocument.Action.CANCEL) {
            return null;
        }
        return mappings.stream().filter(mapping -> mapping.type() == document.type()).findFirst().orElse(null);
    }

    @Override
    void complete(Row row, BusinessDocument document, Target target, Envelope envelope) {
        row.set("format", target.version());
        boolean ordered = document instanceof OrderDocument || document instanceof OrderChangeDocument
                || document instanceof InvoiceDocument invoice && invoice.kind() == InvoiceDocument.Kind.SELF_BILLED;
        boolean billed = document instanceof InvoiceDocument;
        PartyAddress buyer = ordered ? envelope.sender() : envelope.recipient();
        PartyAddress supplier = ordered ? envelope.recipient() : envelope.sender();
        name(buyer, billed ? PartyRole.INVOICEE : PartyRole.BUYER, billed ? "recipientRef" : "buyerRef", row);
        name(supplier, billed ? PartyRole.INVOICER : PartyRole.SUPPLIER, billed ? "issuerRef" : "supplierRef", row);
        if (document instanceof DespatchAdviceDocument) {
            OpenTransDispatchMapping.deliver(row);
        }
    }

    /** By the envelope, where the document itself does not say who is who. */
    private static void name(PartyAddress address, PartyRole role, String reference, Row row) {
        if (row.text(reference) == null) {
            BmecatParties.writeReferred(new Party(role, List.of(BmecatParties.identifier(address)), null, null, null), row, reference);
        }
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return WRITTEN.containsKey(type) ? Set.of(new Target(Format.OPENTRANS, VERSION)) : Set.of();
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    @Override
    public List<String> sources(DocumentType type) {
        return WRITTEN.containsKey(type) ? List.of("openTRANS " + WRITTEN.get(type)) : List.of();
    }
}

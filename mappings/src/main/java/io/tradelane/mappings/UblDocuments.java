package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.UblMessageResponseMapping;
import io.tradelane.mappings.acknowledgement.UblMessageStatusMapping;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.XmlCartridge;
import io.tradelane.mappings.cartridge.xml.XmlStyle;
import io.tradelane.mappings.catalogue.UblCatalogueMapping;
import io.tradelane.mappings.despatch.UblDespatchAdviceMapping;
import io.tradelane.mappings.despatch.UblReceiptAdviceMapping;
import io.tradelane.mappings.invoice.CiiInvoiceMapping;
import io.tradelane.mappings.invoice.UblInvoiceMapping;
import io.tradelane.mappings.invoice.UblInvoiceResponseMapping;
import io.tradelane.mappings.invoice.ZugferdInvoiceMapping;
import io.tradelane.mappings.order.OrderXMapping;
import io.tradelane.mappings.order.UblOrderCancellationMapping;
import io.tradelane.mappings.order.UblOrderChangeMapping;
import io.tradelane.mappings.order.UblOrderMapping;
import io.tradelane.mappings.order.UblOrderResponseMapping;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.sourcing.UblQuotationMapping;
import io.tradelane.mappings.sourcing.UblRequestForQuotationMapping;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BusinessDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mappings of UBL, or that of CII, with their compiled declarations. */
final class UblDocuments {
    private static final String FRAGMENTS = "io/tradelane/mappings/shared/ubl.xml";

    private final List<UblMapping<? extends BusinessDocument>> mappings;
    private final XmlCartridge cartridge;

    private UblDocuments(List<UblMapping<? extends BusinessDocument>> mappings, List<String> fragments) {
        this.mappings = mappings;
        List<String> resources = new ArrayList<>(fragments);
        resources.addAll(mappings.stream().map(UblMapping::resource).distinct().toList());
        this.cartridge = XmlCartridge.of(resources);
    }

    static UblDocuments ofUbl() {
        return new UblDocuments(
                List.of(
                        new UblOrderMapping(), new UblOrderChangeMapping(), new UblOrderCancellationMapping(), new UblOrderResponseMapping(),
                        new UblDespatchAdviceMapping(), new UblReceiptAdviceMapping(), new UblInvoiceMapping(false), new UblInvoiceMapping(true),
                        new UblInvoiceResponseMapping(), new UblMessageResponseMapping(), new UblCatalogueMapping(),
                        new UblRequestForQuotationMapping(), new UblQuotationMapping()),
                List.of(FRAGMENTS));
    }

    static UblDocuments ofCii() {
        return new UblDocuments(List.of(new CiiInvoiceMapping(), new ZugferdInvoiceMapping(), new OrderXMapping()), List.of());
    }

    XmlCartridge cartridge() {
        return cartridge;
    }

    /** The mapping for what was read by a declaration; empty when such a document is only checked. */
    Optional<UblMapping<? extends BusinessDocument>> reader(String declaration, Row row) {
        return mappings.stream().filter(mapping -> mapping.name().equals(declaration) && mapping.reads(row)).findFirst();
    }

    /** As Peppol Message Level Status between the service providers of the envelope. */
    byte[] writeStatus(ApplicationAcknowledgementDocument response, Envelope envelope) {
        UblMessageStatusMapping mapping = new UblMessageStatusMapping();
        UblMapping.Profile profile = mapping.profile(response).orElseThrow();
        Row row = cartridge.newRow(mapping.name());
        mapping.write(response, row, envelope.sender(), envelope.recipient(), envelope.preparedAt());
        row.set("customization", profile.customization()).set("profile", profile.process());
        return cartridge.write(row, XmlStyle.INDENTED);
    }

    /** @param peppol whether as the profile of Peppol, else the plain standard */
    byte[] write(BusinessDocument document, boolean peppol, String version) {
        for (UblMapping<? extends BusinessDocument> mapping : mappings) {
            if (mapping.type() == document.type()) {
                Optional<byte[]> written = write(mapping, document, peppol, version);
                if (written.isPresent()) {
                    return written.get();
                }
            }
        }
        throw new IllegalArgumentException(document.type() + " is not written as UBL");
    }

    @SuppressWarnings("unchecked") // mapping: its type is that of the document
    private <D extends BusinessDocument> Optional<byte[]> write(UblMapping<D> mapping, BusinessDocument any, boolean peppol, String version) {
        D document = (D) any;
        if (!mapping.writes(document)) {
            return Optional.empty();
        }
        Row row = cartridge.newRow(mapping.name());
        mapping.write(document, row, peppol);
        UblMapping.Profile profile = peppol
                ? mapping.profile(document).orElseThrow(() -> new IllegalArgumentException("Peppol has no document for " + document.type()))
                : null;
        if (profile != null) {
            row.set("customization", profile.customization()).set("profile", profile.process().isEmpty() ? null : profile.process());
        } else {
            row.set("ublVersion", version);
        }
        return Optional.of(cartridge.write(row, XmlStyle.INDENTED));
    }
}

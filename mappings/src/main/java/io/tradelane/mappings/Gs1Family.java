package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.catalogue.Gs1CatalogueMapping;
import io.tradelane.mappings.despatch.Gs1DespatchAdviceMapping;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GS1 XML 3: catalogue item notification and despatch advice; of the other messages the header. */
final class Gs1Family extends XmlFamily {
    private static final String VERSION = "3.1";
    private static final String NAMESPACES = "urn:gs1:";
    /** UN/EDIFACT 0007: GS1. */
    private static final String GLN = "14";

    Gs1Family() {
        super(() -> List.of(new Gs1CatalogueMapping(), new Gs1DespatchAdviceMapping()));
    }

    @Override
    public Format format() {
        return Format.GS1_XML;
    }

    @Override
    public String title() {
        return "GS1 XML";
    }

    @Override
    List<String> fragments() {
        return List.of("io/tradelane/mappings/shared/gs1.xml");
    }

    @Override
    boolean owns(XmlRoot root) {
        return root.namespace().startsWith(NAMESPACES);
    }

    /** The version is that of the header. */
    @Override
    MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row) {
        String version = row == null ? null : row.text("standardVersion");
        return new MessageType(root.name(), version == null ? "" : version, null);
    }

    /** As the StandardBusinessDocumentHeader says, else the parties of the document. */
    @Override
    InterchangeHeader header(@Nullable BusinessDocument document, @Nullable Row row) {
        if (row == null || row.text("sender") == null || row.text("receiver") == null) {
            return super.header(document, row);
        }
        String instance = row.text("instance");
        return Headers.without(
                title(), new PartyAddress(row.text("sender"), GLN), new PartyAddress(row.text("receiver"), GLN),
                row.dateTime("created", ZoneOffset.UTC), instance == null ? "" : instance);
    }

    @Override
    @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings) {
        return target.version().equals(VERSION)
                ? mappings.stream().filter(mapping -> mapping.type() == document.type()).findFirst().orElse(null) : null;
    }

    @Override
    void complete(Row row, BusinessDocument document, Target target, Envelope envelope) {
        row.set("sender", envelope.sender().id()).set("receiver", envelope.recipient().id()).set("instance", envelope.controlReference());
        row.set("standardVersion", target.version()).set("created", envelope.preparedAt().atOffset(ZoneOffset.UTC));
        if (document instanceof DespatchAdviceDocument) {
            Gs1DespatchAdviceMapping.complete(row, envelope.sender(), envelope.recipient());
        } else {
            Gs1CatalogueMapping.complete(row, envelope.sender(), envelope.recipient());
        }
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return type == DocumentType.DESPATCH_ADVICE || type == DocumentType.CATALOGUE ? Set.of(new Target(Format.GS1_XML, VERSION)) : Set.of();
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    @Override
    public List<String> sources(DocumentType type) {
        return switch (type) {
            case CATALOGUE -> List.of("GS1 XML catalogueItemNotificationMessage");
            case DESPATCH_ADVICE -> List.of("GS1 XML despatchAdviceMessage");
            default -> List.of();
        };
    }
}

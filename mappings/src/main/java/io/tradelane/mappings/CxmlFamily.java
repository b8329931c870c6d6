package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.CxmlStatusUpdateMapping;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.despatch.CxmlShipNoticeMapping;
import io.tradelane.mappings.invoice.CxmlInvoiceMapping;
import io.tradelane.mappings.order.CxmlConfirmationMapping;
import io.tradelane.mappings.order.CxmlOrderMapping;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.sourcing.CxmlPunchOutCartMapping;
import io.tradelane.mappings.sourcing.CxmlPunchOutSetupMapping;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** cXML 1.2: requests and messages in the envelope with its credentials. A document type is passed over, its DTD never fetched. */
final class CxmlFamily extends XmlFamily {
    private static final Target TARGET = new Target(Format.CXML, "");
    /** What a request or a message may hold, for the name of one that is not mapped. */
    private static final List<String> HELD = List.of(
            "Request/ProfileRequest", "Request/CatalogUploadRequest", "Request/OrderStatusRequest", "Request/ReceiptRequest",
            "Request/PaymentRemittanceRequest", "Request/ApprovalRequest", "Request/SubscriptionListRequest", "Request/SupplierListRequest",
            "Request/QuoteRequest", "Request/ProductActivityRequest", "Message/QuoteMessage", "Message/ProductActivityMessage",
            "Message/SubscriptionChangeMessage", "Message/SupplierChangeMessage", "Message/OrganizationChangeMessage", "Message/DataAvailableMessage",
            "Response/ProfileResponse", "Response/PunchOutSetupResponse", "Request/MasterAgreementRequest", "Request/CopyRequest");
    private static final Map<String, String> NAMES = Map.of(
            "cxml-order", "OrderRequest",
            "cxml-confirmation", "ConfirmationRequest",
            "cxml-ship-notice", "ShipNoticeRequest",
            "cxml-invoice", "InvoiceDetailRequest",
            "cxml-status-update", "StatusUpdateRequest",
            "cxml-punch-out-setup", "PunchOutSetupRequest",
            "cxml-punch-out-cart", "PunchOutOrderMessage");
    private static final Pattern VERSION = Pattern.compile("/cXML/([0-9.]+)/");

    CxmlFamily() {
        super(() -> List.of(
                new CxmlOrderMapping(),
                new CxmlConfirmationMapping(),
                new CxmlShipNoticeMapping(),
                new CxmlInvoiceMapping(),
                new CxmlStatusUpdateMapping(),
                new CxmlPunchOutSetupMapping(),
                new CxmlPunchOutCartMapping()));
    }

    @Override
    public Format format() {
        return Format.CXML;
    }

    @Override
    public String title() {
        return "cXML";
    }

    @Override
    boolean owns(XmlRoot root) {
        return root.name().equals("cXML");
    }

    @Override
    List<String> fragments() {
        return List.of("io/tradelane/mappings/shared/cxml.xml");
    }

    @Override
    MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row) {
        String name = declared != null ? NAMES.getOrDefault(declared, declared)
                : HELD.stream().filter(root::holds).findFirst().map(path -> path.substring(path.indexOf('/') + 1)).orElse("cXML");
        return new MessageType(name, version(root, row), null);
    }

    private static String version(XmlRoot root, @Nullable Row row) {
        String stated = row == null ? null : row.text("version");
        if (stated != null) {
            return stated;
        }
        String system = root.doctype() == null || root.doctype().systemId() == null ? "" : root.doctype().systemId();
        Matcher version = VERSION.matcher(system);
        return version.find() ? version.group(1) : "";
    }

    /** From, To and payloadID of the envelope. */
    @Override
    InterchangeHeader header(@Nullable BusinessDocument document, @Nullable Row row) {
        if (row == null) {
            return super.header(document, null);
        }
        OffsetDateTime made = row.dateTime("timestamp", ZoneOffset.UTC);
        return new InterchangeHeader(
                title(), "", address(row.rows("from")), address(row.rows("to")), made == null ? null : made.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                row.text("payloadId") == null ? "" : row.text("payloadId"), row.text("agent"), false, "test".equals(row.text("mode")));
    }

    private static PartyAddress address(List<Row> credentials) {
        return credentials.isEmpty() || credentials.getFirst().text("identity") == null ? Headers.NOBODY
                : new PartyAddress(credentials.getFirst().text("identity"), credentials.getFirst().text("domain"));
    }

    @Override
    @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings) {
        DocumentType type = document.type() == DocumentType.ORDER_CHANGE ? DocumentType.ORDER : document.type();
        return mappings.stream().filter(mapping -> mapping.type() == type).findFirst().orElse(null);
    }

    /** The envelope, where the document itself does not say who is who. */
    @Override
    void complete(Row row, BusinessDocument document, Target target, Envelope envelope) {
        if (!row.has("payloadId")) {
            row.set("payloadId", envelope.controlReference() + "@" + envelope.sender().id());
        }
        if (!row.has("timestamp")) {
            row.set("timestamp", envelope.preparedAt().atOffset(ZoneOffset.UTC));
        }
        if (row.rows("from").isEmpty()) {
            credential(row.add("from"), envelope.sender());
        }
        if (row.rows("to").isEmpty()) {
            credential(row.add("to"), envelope.recipient());
        }
        credential(row.add("sender"), envelope.sender());
        row.set("agent", "Tradelane");
    }

    private static void credential(Row row, PartyAddress address) {
        row.set("domain", address.qualifier() == null ? "NetworkID" : switch (address.qualifier()) {
            case "14" -> "GLN";
            case "1" -> "DUNS";
            case "ZZZ" -> "NetworkID";
            default -> address.qualifier();
        }).set("identity", address.id());
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return type == DocumentType.ORDER_CHANGE || mappings().stream().anyMatch(mapping -> mapping.type() == type) ? Set.of(TARGET) : Set.of();
    }

    @Override
    public Optional<Target> target(String text) {
        return text.equalsIgnoreCase("cxml") ? Optional.of(TARGET) : Optional.empty();
    }

    @Override
    public List<String> sources(DocumentType type) {
        return mappings().stream()
                .filter(mapping -> mapping.type() == type || type == DocumentType.ORDER_CHANGE && mapping.type() == DocumentType.ORDER)
                .map(mapping -> "cXML " + NAMES.get(mapping.name()))
                .toList();
    }
}

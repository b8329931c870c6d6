package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.IdocAuditMapping;
import io.tradelane.mappings.acknowledgement.IdocRefusalMapping;
import io.tradelane.mappings.acknowledgement.IdocStatusMapping;
import io.tradelane.mappings.catalogue.IdocMaterialMapping;
import io.tradelane.mappings.despatch.IdocDespatchAdviceMapping;
import io.tradelane.mappings.invoice.IdocInvoiceMapping;
import io.tradelane.mappings.order.IdocOrderChangeMapping;
import io.tradelane.mappings.order.IdocOrderMapping;
import io.tradelane.mappings.order.IdocOrderResponseMapping;
import io.tradelane.mappings.partner.IdocPartnerMapping;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.transport.IdocShipmentMapping;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which mapping reads which IDoc; a new one is one line here. */
final class IdocMappings {
    private static final List<IdocMapping<?>> ALL = List.of(
            new IdocOrderMapping(), new IdocOrderChangeMapping(), new IdocOrderResponseMapping(), new IdocDespatchAdviceMapping(), new IdocInvoiceMapping(),
            new IdocMaterialMapping(), IdocPartnerMapping.ofCustomers(), IdocPartnerMapping.ofVendors(), new IdocShipmentMapping(),
            new IdocAuditMapping(), new IdocStatusMapping(), new IdocRefusalMapping());
    /** What a message type of a customer's own means, by the family of its basic type, and deliveries that say they have left. */
    private static final Map<String, String> USUAL = Map.of(
            "ORDERS", "ORDERS", "INVOIC", "INVOIC", "DELVRY", "DESADV", "SHPMNT", "SHPMNT", "MATMAS", "MATMAS", "DEBMAS", "DEBMAS",
            "CREMAS", "CREMAS", "ALEAUD", "ALEAUD", "SYSTAT", "STATUS");
    /** Message types of SAP that mean something else than the usual one of their basic type and have no document here. */
    private static final List<String> OTHERS = List.of("REQOTE", "QUOTES", "SHPORD", "WHSORD", "SHPADV", "CARNOT", "RECADV", "GSVERF", "SBINV");

    private IdocMappings() {}

    /** {@code null} for a message that none reads. */
    static @Nullable IdocMapping<?> reading(Idoc idoc) {
        IdocMapping<?> told = of(idoc.messageType());
        String family = idoc.family();
        if (told != null || family == null || OTHERS.contains(idoc.messageType())) {
            return told;
        }
        for (IdocMapping<?> mapping : ALL) {
            if (idoc.messageType().contains(mapping.messageType())) {
                return mapping;
            }
        }
        return of(USUAL.getOrDefault(family, ""));
    }

    private static @Nullable IdocMapping<?> of(String messageType) {
        return ALL.stream().filter(mapping -> mapping.messageType().equals(messageType)).findFirst().orElse(null);
    }

    static IdocMapping<?> writing(DocumentType type, String basicType) {
        return ALL.stream().filter(mapping -> mapping.type() == type && mapping.basicTypes().contains(basicType)).findFirst().orElseThrow();
    }

    static List<String> basicTypes(DocumentType type) {
        return ALL.stream().filter(mapping -> mapping.type() == type).flatMap(mapping -> mapping.basicTypes().stream()).toList();
    }

    /** Those read, each once. */
    static List<String> sources(DocumentType type) {
        return ALL.stream().filter(mapping -> mapping.type() == type && of(mapping.messageType()) == mapping).map(IdocMapping::messageType).toList();
    }

    static String types() {
        return ALL.stream().map(IdocMapping::messageType).distinct().collect(Collectors.joining(", "));
    }
}

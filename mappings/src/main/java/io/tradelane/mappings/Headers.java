package io.tradelane.mappings;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headers of interchanges in formats without an envelope of their own: who sends and receives, the document says. */
public final class Headers {
    public static final PartyAddress NOBODY = new PartyAddress("", null);

    private Headers() {}

    /** @param reference what identifies the document for its sender */
    static InterchangeHeader without(
            String syntax, PartyAddress sender, PartyAddress recipient, @Nullable OffsetDateTime prepared, String reference) {
        var preparedAt = prepared == null ? null : prepared.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return new InterchangeHeader(syntax, "", sender, recipient, preparedAt, reference, null, false, false);
    }

    static InterchangeHeader of(String syntax, BusinessDocument document) {
        return new InterchangeHeader(
                syntax, "", sender(document), recipient(document), document.issueDate().atStartOfDay(), document.number(), null, false, false);
    }

    /** {@link #NOBODY} when the document does not say. */
    public static PartyAddress sender(BusinessDocument document) {
        return address(document, PartyRole.MESSAGE_SENDER, roles(document).getFirst());
    }

    /** {@link #NOBODY} when the document does not say. */
    public static PartyAddress recipient(BusinessDocument document) {
        return address(document, PartyRole.MESSAGE_RECIPIENT, roles(document).getLast());
    }

    /** Who sends a document of this kind to whom. */
    private static List<PartyRole> roles(BusinessDocument document) {
        return switch (document.type()) {
            case ORDER, ORDER_CHANGE, RECEIPT_ADVICE, REMITTANCE_ADVICE, DELIVERY_SCHEDULE, REQUEST_FOR_QUOTATION, SALES_REPORT,
                    INVOICE_RESPONSE, PUNCH_OUT_SETUP -> List.of(PartyRole.BUYER, PartyRole.SUPPLIER);
            case TRANSPORT_INSTRUCTION -> List.of(PartyRole.CONSIGNOR, PartyRole.CARRIER);
            case TRANSPORT_RESPONSE, TRANSPORT_STATUS -> List.of(PartyRole.CARRIER, PartyRole.CONSIGNOR);
            default -> List.of(PartyRole.SUPPLIER, PartyRole.BUYER);
        };
    }

    private static PartyAddress address(BusinessDocument document, PartyRole... roles) {
        return Stream.of(roles)
                .flatMap(role -> document.party(role).stream())
                .flatMap(party -> party.identifiers().stream())
                .findFirst()
                .map(identifier -> new PartyAddress(identifier.value(), qualifier(identifier)))
                .orElse(NOBODY);
    }

    /** UN/EDIFACT 0007 where it has a code for the issuer. */
    private static @Nullable String qualifier(Party.Identifier identifier) {
        return switch (identifier.scheme()) {
            case GLN -> "14";
            case DUNS -> "1";
            case BIC, VAT, LEI, REGISTRATION -> identifier.scheme().name();
            case BUYER_ASSIGNED, SUPPLIER_ASSIGNED -> "ZZZ";
            case OTHER -> identifier.issuer() == null ? "ZZZ" : identifier.issuer();
        };
    }
}

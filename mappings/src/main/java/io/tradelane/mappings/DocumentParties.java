package io.tradelane.mappings;

import io.tradelane.mappings.shared.ElectronicAddresses;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sends a document and who gets it, where no envelope says so: the roles in the document do. */
final class DocumentParties {
    private static final List<PartyRole> SELLING =
            List.of(PartyRole.SUPPLIER, PartyRole.SHIP_FROM, PartyRole.MESSAGE_SENDER);
    private static final List<PartyRole> BUYING =
            List.of(PartyRole.BUYER, PartyRole.SHIP_TO, PartyRole.MESSAGE_RECIPIENT);

    private DocumentParties() {}

    static InterchangeHeader header(@Nullable BusinessDocument document, String reference) {
        if (document == null) {
            return Headers.without("XML", Headers.NOBODY, Headers.NOBODY, null, reference);
        }
        boolean buyerSends = buyerSends(document.type());
        PartyAddress seller = address(document, SELLING);
        PartyAddress buyer = address(document, BUYING);
        return Headers.without(
                "XML", buyerSends ? buyer : seller, buyerSends ? seller : buyer,
                document.issueDate().atStartOfDay().atOffset(ZoneOffset.UTC), reference);
    }

    private static boolean buyerSends(DocumentType type) {
        return switch (type) {
            case ORDER, ORDER_CHANGE, RECEIPT_ADVICE, REQUEST_FOR_QUOTATION, INVOICE_RESPONSE, REMITTANCE_ADVICE -> true;
            default -> false;
        };
    }

    private static PartyAddress address(BusinessDocument document, List<PartyRole> roles) {
        for (PartyRole role : roles) {
            Party party = document.party(role).orElse(null);
            if (party != null && !party.identifiers().isEmpty()) {
                Party.Identifier first = party.identifiers().getFirst();
                return new PartyAddress(first.value(), ElectronicAddresses.qualifier(ElectronicAddresses.code(first)));
            }
        }
        return Headers.NOBODY;
    }
}

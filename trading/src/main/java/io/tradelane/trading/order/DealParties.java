package io.tradelane.trading.order;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds buyer and supplier of a document: by the identifiers it names, else by who sent it to whom. */
@Service
public class DealParties {
    private final Organisations organisations;

    DealParties(Organisations organisations) {
        this.organisations = organisations;
    }

    public sealed interface Result {
        record Found(Parties parties) implements Result {}

        /** Nobody here is the buyer, or the supplier; the sender gets the errors in an APERAK. */
        record Missing(List<ApplicationError> errors) implements Result {}
    }

    /**
     * @param sender organisation of the interchange's sender
     * @param recipient organisation the interchange is addressed to; {@code null} when it is the hub itself
     */
    public Result of(BusinessDocument document, @Nullable UUID sender, @Nullable UUID recipient) {
        boolean fromBuyer = document.type() == DocumentType.ORDER || document.type() == DocumentType.REMITTANCE_ADVICE;
        UUID buyer = named(document, PartyRole.BUYER).or(() -> named(document, PartyRole.INVOICEE))
                .orElse(fromBuyer ? sender : recipient);
        UUID supplier = named(document, PartyRole.SUPPLIER).or(() -> named(document, PartyRole.SHIP_FROM))
                .orElse(fromBuyer ? recipient : sender);
        List<ApplicationError> errors = new ArrayList<>();
        if (buyer == null) {
            errors.add(Refusal.UNKNOWN_BUYER.error());
        }
        if (supplier == null) {
            errors.add(Refusal.UNKNOWN_SUPPLIER.error());
        }
        return buyer == null || supplier == null ? new Result.Missing(errors)
                : new Result.Found(new Parties(buyer, supplier));
    }

    private Optional<UUID> named(BusinessDocument document, PartyRole role) {
        return document.party(role).flatMap(party -> party.identifiers().stream()
                .flatMap(identifier -> scheme(identifier.scheme()).stream()
                        .flatMap(scheme -> organisations.byIdentifier(scheme, identifier.value()).stream()))
                .map(Organisation::id)
                .findFirst());
    }

    private static Optional<String> scheme(Party.Scheme scheme) {
        return switch (scheme) {
            case GLN -> Optional.of(PartyIdentifier.GLN);
            case DUNS -> Optional.of(PartyIdentifier.DUNS);
            case VAT, REGISTRATION, BIC, LEI -> Optional.of(scheme.name());
            case SUPPLIER_ASSIGNED, BUYER_ASSIGNED, OTHER -> Optional.empty();
        };
    }
}

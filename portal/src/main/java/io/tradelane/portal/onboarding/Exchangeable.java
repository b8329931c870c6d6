package io.tradelane.portal.onboarding;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a partner can exchange: that follows from whether it buys or sells. What banks and carriers do is set up by who runs the hub. */
@Component
class Exchangeable {
    static final List<DocumentType> TYPES = List.of(DocumentType.ORDER, DocumentType.ORDER_RESPONSE, DocumentType.ORDER_CHANGE,
            DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE, DocumentType.INVOICE, DocumentType.INVOICE_RESPONSE, DocumentType.REMITTANCE_ADVICE,
            DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT, DocumentType.DELIVERY_SCHEDULE, DocumentType.SYNTAX_ACKNOWLEDGEMENT);
    private static final Set<DocumentType> OF_BUYERS = Set.of(DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.RECEIPT_ADVICE,
            DocumentType.INVOICE_RESPONSE, DocumentType.REMITTANCE_ADVICE, DocumentType.DELIVERY_SCHEDULE);
    private static final Set<DocumentType> OF_SUPPLIERS =
            Set.of(DocumentType.ORDER_RESPONSE, DocumentType.DESPATCH_ADVICE, DocumentType.INVOICE, DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT);
    /** Kept here for the buyer, who is sent none. */
    private static final Set<DocumentType> KEPT = Set.of(DocumentType.CATALOGUE, DocumentType.INVENTORY_REPORT);
    private final Organisations organisations;

    Exchangeable(Organisations organisations) {
        this.organisations = organisations;
    }

    boolean sells(Onboarding onboarding) {
        return isSeller(kind(onboarding), organisations.find(onboarding.counterparty()).map(Organisation::kind).orElse(Kind.BOTH));
    }

    boolean buys(Onboarding onboarding) {
        return isBuyer(kind(onboarding), organisations.find(onboarding.counterparty()).map(Organisation::kind).orElse(Kind.BOTH));
    }

    private Kind kind(Onboarding onboarding) {
        return organisations.find(onboarding.company()).orElseThrow().kind();
    }

    static boolean isSeller(Kind company, Kind counterparty) {
        return company == Kind.SUPPLIER || company == Kind.BOTH && counterparty != Kind.SUPPLIER;
    }

    static boolean isBuyer(Kind company, Kind counterparty) {
        return company == Kind.BUYER || company == Kind.BOTH && counterparty != Kind.BUYER;
    }

    static boolean mayBeSent(DocumentType type, boolean sells, boolean buys) {
        return sells && OF_SUPPLIERS.contains(type) || buys && OF_BUYERS.contains(type);
    }

    static boolean mayBeGot(DocumentType type, boolean sells, boolean buys) {
        return type == DocumentType.SYNTAX_ACKNOWLEDGEMENT || !KEPT.contains(type) && mayBeSent(type, buys, sells);
    }

    /** Of {@link #TYPES}, those that this partner can send or get. */
    List<DocumentType> of(Onboarding onboarding) {
        boolean sells = sells(onboarding);
        boolean buys = buys(onboarding);
        return TYPES.stream().filter(type -> mayBeSent(type, sells, buys) || mayBeGot(type, sells, buys)).toList();
    }
}

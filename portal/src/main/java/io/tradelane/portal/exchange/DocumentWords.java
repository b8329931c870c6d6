package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How documents, messages and interchanges are spoken of, in templates {@code #documentWords}. */
@Component("documentWords")
public class DocumentWords implements Vocabulary {
    private final Words words;
    private final Organisations organisations;

    DocumentWords(Words words, Organisations organisations) {
        this.words = words;
        this.organisations = organisations;
    }

    /** The page of the message, or of the interchange when there is none. */
    public String link(DocumentHit hit) {
        return hit.message() != null ? "/documents/messages/" + hit.message() : "/documents/interchanges/" + hit.interchange();
    }

    /** {@code Order (ORDERS)}. */
    public String type(String code) {
        String name = words.textOr("type." + code, "");
        return name.isEmpty() ? code : name + " (" + code + ")";
    }

    public String status(DocumentHit hit) {
        String name = hit.status();
        return Arrays.stream(MessageStatus.values())
                .filter(status -> hit.message() != null && status.name().equals(name))
                .map(words::of)
                .findFirst()
                .or(() -> Arrays.stream(InterchangeStatus.values()).filter(status -> status.name().equals(name)).map(words::of).findFirst())
                .orElse(name);
    }

    /** The word of a status that messages or interchanges have. */
    public String stateName(String name) {
        return words.textOr("MessageStatus." + name, words.textOr("InterchangeStatus." + name, name));
    }

    /** The other party; who sent it to whom for the operator. */
    public String partner(DocumentHit hit) {
        Caller caller = Caller.current();
        if (caller.isSelf(hit.organisation())) {
            return hit.counterparty() == null ? hub() : name(hit.counterparty(), hit.counterpartyName());
        }
        String partner = name(hit.organisation(), hit.organisationName());
        if (hit.counterparty() == null || caller.isSelf(hit.counterparty())) {
            return partner;
        }
        String other = name(hit.counterparty(), hit.counterpartyName());
        return hit.direction() == Direction.INBOUND ? partner + " → " + other : other + " → " + partner;
    }

    /** {@code Order PO-1}; without a number by its reference. */
    public String title(Message message) {
        String type = words.textOr("type." + message.type(), message.type());
        return type + " " + (message.documentNumber() == null ? message.reference() : message.documentNumber());
    }

    /** The number under which its deal is found: the order's where it names one, else its own. */
    public String deal(Message message) {
        String order = switch (message.document()) {
            case OrderResponseDocument response -> response.orderNumber();
            case OrderChangeDocument change -> change.orderNumber();
            case DespatchAdviceDocument advice -> advice.orderNumber();
            case ReceiptAdviceDocument advice -> advice.orderNumber();
            case InvoiceDocument invoice -> invoice.orderNumber();
            case null, default -> null;
        };
        return order != null ? order : String.valueOf(message.documentNumber());
    }

    /** Why a message ended as it did. */
    public String verdict(Verdict verdict) {
        String key = verdict.key().startsWith("verdict.") ? verdict.key() : "verdict." + verdict.key();
        Map<String, String> args = new HashMap<>(verdict.args());
        args.computeIfPresent("reason", (name, reason) -> words.textOr("HoldReason." + reason, words.textOr("noEffect." + reason.replace(' ', '-'), reason)));
        return words.named(key, args);
    }

    public String reason(Interchange interchange) {
        return words.named("reason." + interchange.reason(), interchange.reasonArgs());
    }

    /** The sending organisation, with the address in the envelope. */
    public String sender(Interchange interchange) {
        UUID sender = interchange.direction() == Direction.INBOUND ? interchange.organisation() : interchange.counterparty();
        return address(sender, interchange.senderId(), interchange.senderQualifier(), interchange.direction() == Direction.OUTBOUND);
    }

    public String recipient(Interchange interchange) {
        UUID recipient = interchange.direction() == Direction.INBOUND ? interchange.counterparty() : interchange.organisation();
        return address(recipient, interchange.recipientId(), interchange.recipientQualifier(), interchange.direction() == Direction.INBOUND);
    }

    private String address(@Nullable UUID organisation, @Nullable String id, @Nullable String qualifier, boolean ours) {
        String name = organisation == null && ours ? hub() : name(organisation, null);
        return id == null ? name : name + " (" + id + (qualifier == null ? "" : ":" + qualifier) + ")";
    }

    public String organisation(@Nullable UUID id) {
        return name(id, null);
    }

    private String hub() {
        return words.text("brand.name");
    }

    private String name(@Nullable UUID id, @Nullable String otherwise) {
        if (id == null) {
            return words.text("document.unknownPartner");
        }
        return organisations.find(id).map(this::name).orElse(otherwise == null ? "–" : otherwise);
    }

    private String name(Organisation organisation) {
        return words.name(organisation.name(), organisation.nameLocal());
    }
}

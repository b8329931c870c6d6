package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.Tenancy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is who in a message: organisations behind the parties' identifiers, and on whose behalf the hub acts. */
@Component
public class Senders {
    private final Organisations organisations;
    private final Sandboxes sandboxes;

    Senders(Organisations organisations, Sandboxes sandboxes) {
        this.organisations = organisations;
        this.sandboxes = sandboxes;
    }

    /** Whether what it sends is only tried. */
    boolean isTwin(UUID organisation) {
        return sandboxes.isTwin(organisation);
    }

    /** The hub acting for a company. */
    Tenancy.Actor actor(UUID organisation) {
        return Tenancy.Actor.hub(organisation, organisations.find(organisation).orElseThrow().name(), Tenancy.Source.EDI);
    }

    /** The hub acting for the sender, so that the timeline names who said it. */
    public Tenancy.Actor actor(Message message) {
        UUID sender = message.organisation();
        if (sender == null) {
            return Tenancy.Actor.hub();
        }
        Tenancy.Source source =
                message.document() instanceof PaymentNotificationDocument ? Tenancy.Source.BANK : Tenancy.Source.EDI;
        return Tenancy.call(Tenancy.Actor.hub(), () -> organisations
                .find(sender)
                .map(organisation -> Tenancy.Actor.hub(sender, organisation.name(), source))
                .orElseGet(Tenancy.Actor::hub));
    }

    private static final Map<Party.Scheme, Pattern> WORLDWIDE =
            Map.of(Party.Scheme.GLN, Pattern.compile("\\d{13}"), Party.Scheme.DUNS, Pattern.compile("\\d{9}"));

    /** Kinds of which the sender is the buyer, where a document does not say who is. */
    private static final Set<DocumentType> OF_BUYERS = EnumSet.of(DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.RECEIPT_ADVICE,
            DocumentType.REMITTANCE_ADVICE, DocumentType.INVOICE_RESPONSE, DocumentType.DELIVERY_SCHEDULE, DocumentType.REQUEST_FOR_QUOTATION);

    /**
     * Buyer and supplier by their identifiers; the side a document does not name is who sent or receives it.
     *
     * @return empty as well if one is named by a number that nobody here has: it may be somebody else than the sender
     */
    public Optional<Parties> parties(Message message) {
        BusinessDocument document = message.document();
        UUID buyer = buyer(document).orElse(null);
        UUID supplier = supplier(document).orElse(null);
        if (buyer == null && number(document, PartyRole.BUYER).isPresent() || supplier == null && number(document, PartyRole.SUPPLIER).isPresent()) {
            return Optional.empty();
        }
        boolean named = document != null && (document.party(PartyRole.BUYER).isPresent() || document.party(PartyRole.SUPPLIER).isPresent());
        if (document != null && !named && buyer == null && supplier == null) {
            return bySide(message, OF_BUYERS.contains(document.type()));
        }
        if (buyer == null && supplier != null) {
            buyer = other(message, supplier);
        }
        if (supplier == null && buyer != null) {
            supplier = other(message, buyer);
        }
        return buyer == null || supplier == null ? Optional.empty() : Optional.of(new Parties(buyer, supplier));
    }

    /** A remittance advice may name who pays, and whom, instead. */
    private Optional<UUID> buyer(@Nullable BusinessDocument document) {
        return organisation(document, PartyRole.BUYER)
                .or(() -> document instanceof RemittanceAdviceDocument ? organisation(document, PartyRole.PAYER) : Optional.empty());
    }

    private Optional<UUID> supplier(@Nullable BusinessDocument document) {
        return organisation(document, PartyRole.SUPPLIER)
                .or(() -> document instanceof RemittanceAdviceDocument ? organisation(document, PartyRole.PAYEE) : Optional.empty());
    }

    private static Optional<Parties> bySide(Message message, boolean fromBuyer) {
        UUID sender = message.organisation();
        UUID other = message.counterparty();
        return sender == null || other == null ? Optional.empty()
                : Optional.of(fromBuyer ? new Parties(sender, other) : new Parties(other, sender));
    }

    /** Whether the sender carries goods for others. */
    public boolean isCarrier(Message message) {
        UUID sender = message.organisation();
        return sender != null && organisations.find(sender).filter(organisation -> organisation.kind() == Organisation.Kind.CARRIER).isPresent();
    }

    /** Who is to move the goods: whom the document names for it, else the carrier that the message was addressed to. */
    public Optional<UUID> carrier(Message message, PartyRole... roles) {
        return Stream.concat(
                        Arrays.stream(roles).flatMap(role -> organisation(message.document(), role).stream()),
                        Optional.ofNullable(message.counterparty()).flatMap(organisations::find)
                                .filter(addressed -> addressed.kind() == Organisation.Kind.CARRIER).map(Organisation::id).stream())
                .filter(carrier -> !carrier.equals(message.organisation()))
                .findFirst();
    }

    /** The bank the message was addressed to; empty when it was addressed to nobody or to somebody else. */
    public Optional<UUID> bank(Message message) {
        return Optional.ofNullable(message.counterparty())
                .flatMap(organisations::find)
                .filter(organisation -> organisation.kind() == Organisation.Kind.BANK)
                .map(Organisation::id);
    }

    /** Whom the message was addressed to; the operator of the hub when the envelope names nobody we know. */
    UUID addressee(Message message) {
        UUID counterparty = message.counterparty();
        return counterparty == null ? operator() : counterparty;
    }

    UUID operator() {
        return organisations.list().stream()
                .filter(organisation -> organisation.kind() == Organisation.Kind.OPERATOR)
                .map(Organisation::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the hub has no operator organisation"));
    }

    Optional<Organisation> byAddress(@Nullable String id, @Nullable String qualifier) {
        return id == null || id.isBlank() ? Optional.empty() : organisations.byInterchangeAddress(id, qualifier);
    }

    /**
     * Applies a document between the two companies it names; one that names them by a number that nobody has waits until somebody has it,
     * one that names none we know is refused.
     */
    public ApplyResult withParties(Message message, Function<Parties, ApplyResult> effect) {
        return parties(message).map(effect).orElseGet(() -> {
            List<String> unknown = unknown(message.document());
            return unknown.isEmpty() ? new ApplyResult.Rejected(List.of(Refusal.UNKNOWN_PARTIES.error()))
                    : new ApplyResult.Held(HoldReason.UNKNOWN_PARTY, String.join(", ", unknown));
        });
    }

    /** Numbers of buyer and supplier that nobody has, each as {@code buyer GLN 4012345000009}. */
    private List<String> unknown(@Nullable BusinessDocument document) {
        return Stream.concat(
                        number(document, PartyRole.BUYER).filter(number -> buyer(document).isEmpty()).map(number -> "buyer " + number).stream(),
                        number(document, PartyRole.SUPPLIER).filter(number -> supplier(document).isEmpty()).map(number -> "supplier " + number).stream())
                .toList();
    }

    /** The number that means the same company whoever says it, with a wrong check digit too; empty when it has none, or only a partner's own. */
    private static Optional<String> number(@Nullable BusinessDocument document, PartyRole role) {
        return Optional.ofNullable(document).flatMap(named -> named.party(role)).stream()
                .flatMap(party -> party.identifiers().stream())
                .filter(identifier -> WORLDWIDE.containsKey(identifier.scheme()) && WORLDWIDE.get(identifier.scheme()).matcher(identifier.value().strip()).matches())
                .map(identifier -> identifier.scheme() + " " + identifier.value().strip())
                .findFirst();
    }

    public static MessageContext context(Message message) {
        return new MessageContext(message.interchange(), message.id(), message.organisation());
    }

    /** The other business party as the message itself names it, for who may see it; {@code null} when it names none we know. */
    @Nullable UUID counterparty(MessageResult message) {
        BusinessDocument document = message.document();
        if (document == null) {
            return null;
        }
        UUID sender = byAddress(message.header().sender().id(), message.header().sender().qualifier())
                .map(Organisation::id)
                .orElse(null);
        UUID buyer = buyer(document).orElse(null);
        UUID supplier = supplier(document).orElse(null);
        UUID other = buyer != null && !buyer.equals(sender) ? buyer : supplier;
        if (other != null && !other.equals(sender)) {
            return other;
        }
        return byAddress(message.header().recipient().id(), message.header().recipient().qualifier())
                .map(Organisation::id)
                .orElse(null);
    }

    /** Whom an interchange is addressed to; the operator of the hub when the envelope names nobody we know. */
    UUID recipient(InterchangeResult interchange) {
        PartyAddress recipient = interchange.header() == null ? null : interchange.header().recipient();
        return recipient == null ? operator()
                : byAddress(recipient.id(), recipient.qualifier()).map(Organisation::id).orElseGet(this::operator);
    }

    /** Sender and recipient as an acknowledgement names them. */
    List<Party> parties(UUID from, UUID to) {
        return List.of(party(PartyRole.MESSAGE_SENDER, from), party(PartyRole.MESSAGE_RECIPIENT, to));
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        List<Party.Identifier> identifiers = organisation.gln() == null
                ? List.of()
                : List.of(new Party.Identifier(Party.Scheme.GLN, organisation.gln()));
        return new Party(role, identifiers, organisation.name(), null, null);
    }

    /** Whom a document names in this role; empty when it names nobody, or nobody we know. */
    public Optional<UUID> organisation(@Nullable BusinessDocument document, PartyRole role) {
        return Optional.ofNullable(document).flatMap(named -> named.party(role)).flatMap(this::known);
    }

    /** All that a document names in this role and that we know. */
    public Set<UUID> organisations(BusinessDocument document, PartyRole role) {
        return document.parties().stream()
                .filter(party -> party.role() == role)
                .flatMap(party -> known(party).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<UUID> known(Party party) {
        return party.identifiers().stream()
                .flatMap(identifier -> PartyIdentifier.of(identifier).stream())
                .flatMap(identifier -> organisations.byIdentifier(identifier.scheme(), identifier.value()).stream())
                .map(Organisation::id)
                .findFirst();
    }

    private static @Nullable UUID other(Message message, UUID known) {
        UUID sender = message.organisation();
        return sender != null && !sender.equals(known) ? sender : message.counterparty();
    }
}

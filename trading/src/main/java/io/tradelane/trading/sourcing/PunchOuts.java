package io.tradelane.trading.sourcing;

import io.tradelane.trading.catalogue.HeldPrices;
import io.tradelane.trading.catalogue.HeldPrices.HeldPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supplier's shop, called up by a buyer's system for one person (cXML PunchOut). What is put into the cart goes back to that system as a
 * cart and not as an order; its prices are held for {@link #HELD_DAYS} days under numbers that the order gives back.
 */
@Service
@Transactional
public class PunchOuts {
    /** Entity type of a punch-out in the journal. */
    public static final String ENTITY = "PUNCH_OUT";
    /** How long a price of the cart counts. */
    public static final int HELD_DAYS = 30;
    /** How many articles a cart holds at most. */
    public static final int MOST_LINES = 500;
    private static final Duration LINK = Duration.ofMinutes(5);
    private static final Duration SESSION = Duration.ofHours(2);
    /** Of one buyer, not transferred and not expired. */
    private static final int MOST_OPEN = 500;
    private static final BigDecimal LARGEST = new BigDecimal("1000000");
    private static final int SECRET_BYTES = 32;

    private final PunchOutRepository repository;
    private final HeldPrices prices;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PunchOuts(PunchOutRepository repository, HeldPrices prices, Journal journal, Clock clock) {
        this.repository = repository;
        this.prices = prices;
        this.journal = journal;
        this.clock = clock;
    }

    /** How a request to shop is answered. */
    public sealed interface Opened {
        /** @param link the secret of a link that works once, for five minutes */
        record Open(UUID session, String link) implements Opened {}

        record Refused(Reason reason) implements Opened {}
    }

    public enum Reason {
        /** The supplier has agreed no price with the buyer. */
        NOTHING_TO_BUY,
        /** The operation is {@code source}, which is not done here. */
        OPERATION,
        TOO_MANY_LINES,
        /** Too many sessions of the buyer are open. */
        BUSY
    }

    /** A session; with {@code edit} and {@code inspect} the cart of the request lies in it, at the prices still held. */
    public Opened open(PunchOutSetupDocument setup, Parties parties) {
        if (setup.operation() == Operation.SOURCE) {
            return new Opened.Refused(Reason.OPERATION);
        }
        if (setup.lines().size() > MOST_LINES) {
            return new Opened.Refused(Reason.TOO_MANY_LINES);
        }
        Optional<String> currency = repository.currency(parties);
        if (currency.isEmpty()) {
            return new Opened.Refused(Reason.NOTHING_TO_BUY);
        }
        if (repository.open(parties.buyer()) >= MOST_OPEN) {
            return new Opened.Refused(Reason.BUSY);
        }
        UUID id = Ids.next();
        String link = secret();
        OffsetDateTime now = OffsetDateTime.now(clock);
        repository.insert(id, setup, parties, currency.get(), ContentHash.of(link), now, now.plus(LINK), now.plus(SESSION));
        if (setup.operation() != Operation.CREATE) {
            reopen(id, setup, parties);
        }
        record(id, parties, "OPEN", "OPEN", Map.of("number", setup.number(), "operation", setup.operation().name()));
        return new Opened.Open(id, link);
    }

    /** The same by SAP's Open Catalog Interface; the cart goes back to the hook as the fields of a form. @param target frame of the browser; null: the same */
    public Opened openByOci(String hook, @Nullable String target, Parties parties) {
        Opened opened = open(new PunchOutSetupDocument(Ids.next().toString(), OffsetDateTime.now(clock), Operation.CREATE, "", hook, null, List.of(), List.of()), parties);
        if (opened instanceof Opened.Open open) {
            repository.byOci(open.session(), target);
        }
        return opened;
    }

    private void reopen(UUID id, PunchOutSetupDocument setup, Parties parties) {
        PunchOutSession session = repository.find(id).orElseThrow();
        for (PunchOutCartDocument.Line line : setup.lines()) {
            repository.article(parties, line.item()).filter(article -> line.quantity().value().signum() > 0).ifPresent(article ->
                    repository.put(session, article, line.quantity().value(), line.auxiliaryId(), OffsetDateTime.now(clock)));
        }
    }

    /** @return the secret of the session, for the person's browser; empty for a link that is used, too old or unknown */
    public Optional<String> enter(String link) {
        String secret = secret();
        return repository.enter(ContentHash.of(link), ContentHash.of(secret), OffsetDateTime.now(clock)).map(session -> {
            record(session.id(), session.parties(), "ENTER", "ENTERED", Map.of());
            return secret;
        });
    }

    /** Empty when it is over, handed over, or unknown. */
    @Transactional(readOnly = true)
    public Optional<PunchOutSession> session(String secret) {
        return repository.session(ContentHash.of(secret), OffsetDateTime.now(clock));
    }

    /** What the buyer can buy at an agreed price, by the supplier's number. @param after the number that the page before ended with */
    @Transactional(readOnly = true)
    public List<ShopItem> shop(PunchOutSession session, @Nullable String text, @Nullable String after, int limit) {
        return repository.shop(session, text, after, limit, LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    public List<ShopItem> cart(PunchOutSession session) {
        List<ShopItem> items = repository.cart(session, LocalDate.now(clock));
        Map<String, HeldPrice> held = prices.counting(session.buyer(), session.supplier(), items.stream().flatMap(item -> Optional.ofNullable(item.auxiliaryId()).stream()).toList());
        return items.stream().map(item -> item.at(item.auxiliaryId() == null ? null : held.get(item.auxiliaryId()))).toList();
    }

    /** @param quantity 0 takes the article out */
    public CommandResult put(PunchOutSession session, UUID article, BigDecimal quantity) {
        if (session.operation() == Operation.INSPECT) {
            return new CommandResult.IllegalTransition("INSPECT", "PUT");
        }
        if (quantity.signum() < 0 || quantity.compareTo(LARGEST) > 0) {
            return CommandResult.invalid("quantity", quantity.signum() < 0 ? "not-positive" : "too-large");
        }
        if (quantity.signum() == 0) {
            repository.remove(session.id(), article);
        } else if (!repository.sells(session, article, LocalDate.now(clock))) {
            return new CommandResult.NotFound();
        } else if (repository.lines(session.id()) >= MOST_LINES && !repository.holds(session.id(), article)) {
            return CommandResult.invalid("quantity", "too-many");
        } else {
            repository.put(session, article, quantity, null, OffsetDateTime.now(clock));
        }
        return new CommandResult.Done(session.id(), 1);
    }

    /** Ends the session: the cart, with its prices held. Empty when it was ended before. */
    public Optional<PunchOutCartDocument> transfer(PunchOutSession session) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!repository.transferred(session.id(), now)) {
            return Optional.empty();
        }
        List<PunchOutCartDocument.Line> lines = new ArrayList<>();
        Money total = Money.zero(session.currency());
        for (ShopItem item : cart(session)) {
            String auxiliary = item.held() ? item.auxiliaryId() : hold(session, item);
            Quantity quantity = new Quantity(item.inCart(), item.unit());
            lines.add(new PunchOutCartDocument.Line(String.valueOf(lines.size() + 1), new Item(item.gtin(), item.buyerArticle(), item.number(), item.name()),
                    auxiliary, quantity, item.price(), null, null));
            total = total.plus(item.price().of(quantity));
        }
        record(session.id(), session.parties(), "TRANSFER", "TRANSFERRED", Map.of("lines", String.valueOf(lines.size()), "amount", total.rounded().toString()));
        return Optional.of(new PunchOutCartDocument(session.id() + "@tradelane", now, session.buyerCookie(),
                List.of(party(PartyRole.SUPPLIER, session.supplierGln(), session.supplierName()), party(PartyRole.BUYER, session.buyerGln(), session.buyerName())),
                total.rounded(), lines));
    }

    private String hold(PunchOutSession session, ShopItem item) {
        // EXT_QUOTE_ID of OCI has 35 characters at most.
        String auxiliary = session.protocol() == PunchOutSession.Protocol.OCI ? Ids.next().toString().replace("-", "") : Ids.next().toString();
        prices.hold(session.buyer(), session.supplier(), new HeldPrice(auxiliary, item.article(), item.price(), LocalDate.now(clock).plusDays(HELD_DAYS)));
        return auxiliary;
    }

    private static Party party(PartyRole role, @Nullable String gln, String name) {
        return new Party(role, gln == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, gln)), name, null, null);
    }

    private void record(UUID id, Parties parties, String event, String to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, id, null, event, to, null, null, Set.of(parties.buyer(), parties.supplier()), details));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

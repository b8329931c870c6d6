package io.tradelane.portal.onboarding;

import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.order.OrderSummary;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the counterparty's twin does while a partner tries: it orders from the real catalogue, and confirms what it is asked for. */
@Component
class TestOrders {
    private static final int MOST_LINES = 3;
    private static final int LEAD_DAYS = 14;
    private static final Money USUAL_PRICE = new Money(BigDecimal.TEN, "EUR");
    private final PurchaseOrders orders;
    private final Articles articles;
    private final Organisations organisations;
    private final Sandboxes sandboxes;
    private final Clock clock;

    TestOrders(PurchaseOrders orders, Articles articles, Organisations organisations, Sandboxes sandboxes, Clock clock) {
        this.orders = orders;
        this.articles = articles;
        this.organisations = organisations;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    /** The counterparty orders from the partner. @return the order's number */
    String place(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> {
            UUID buyer = sandboxes.open(onboarding.counterparty());
            List<Article> catalogue = catalogue(onboarding);
            Organisation partner = organisations.find(onboarding.company()).orElseThrow();
            LocalDate today = LocalDate.now(clock);
            List<OrderDocument.Line> lines = lines(onboarding, catalogue, partner.currency(), today);
            OrderDocument order = new OrderDocument("TEST-" + clock.instant().getEpochSecond(), OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, today,
                    today.plusDays(LEAD_DAYS), partner.currency(), parties(onboarding), List.of(), null, null, null, lines);
            Tenancy.run(counterparty(onboarding, buyer), () -> orders.place(order, new Parties(buyer, onboarding.twin()), MessageContext.NONE));
            return order.number();
        });
    }

    /** The counterparty confirms all orders of the partner's twin that wait. @return how many */
    int answer(Onboarding onboarding) {
        UUID supplier = Tenancy.call(Actor.hub(), () -> sandboxes.open(onboarding.counterparty()));
        return Tenancy.call(counterparty(onboarding, supplier), () -> {
            OrderFilter open = new OrderFilter(OrderFilter.Tab.AWAITING_CONFIRMATION, null, onboarding.twin(), supplier, null, null, 50);
            List<OrderSummary> waiting = orders.list(open).orders();
            waiting.forEach(order -> orders.answer(order.id(), new SupplierAnswer.AcceptAll("CONF-" + order.number()), order.version()));
            return waiting.size();
        });
    }

    private Actor counterparty(Onboarding onboarding, UUID twin) {
        String name = Tenancy.call(Actor.hub(), () -> organisations.find(onboarding.counterparty()).orElseThrow().name());
        return new Actor(Tenancy.Scope.ORGANISATION, twin, null, name, Source.HUB);
    }

    /** The twin's is the company's; where that has none yet, two articles for trying. */
    private List<Article> catalogue(Onboarding onboarding) {
        List<Article> real = articles.list(onboarding.company());
        if (articles.list(onboarding.twin()).isEmpty()) {
            real.stream().limit(MOST_LINES).forEach(one -> articles.upsert(
                    new NewArticle(onboarding.twin(), one.number(), one.gtin(), one.nameZh(), one.nameEn(), one.unit(), one.packQuantity())));
            if (real.isEmpty()) {
                articles.upsert(new NewArticle(onboarding.twin(), "TEST-1", null, "测试商品一", "Test article one", "PCE", null));
                articles.upsert(new NewArticle(onboarding.twin(), "TEST-2", null, "测试商品二", "Test article two", "PCE", null));
            }
        }
        return articles.list(onboarding.twin());
    }

    /** At the price agreed with the counterparty, where one is. */
    private List<OrderDocument.Line> lines(Onboarding onboarding, List<Article> catalogue, String currency, LocalDate day) {
        List<Article> ordered = catalogue.stream().limit(MOST_LINES).toList();
        List<Item> items = ordered.stream().map(one -> new Item(one.gtin(), null, one.number(), one.nameEn() == null ? one.nameZh() : one.nameEn())).toList();
        List<Resolution> known = articles.resolve(onboarding.counterparty(), onboarding.company(), items, currency, day);
        List<OrderDocument.Line> lines = new ArrayList<>();
        IntStream.range(0, ordered.size()).forEach(i -> {
            Price price = known.get(i).agreedPrice() == null ? Price.each(new Money(USUAL_PRICE.amount(), currency), ordered.get(i).unit()) : known.get(i).agreedPrice();
            lines.add(new OrderDocument.Line(Integer.toString(i + 1), items.get(i), Quantity.of(10L * (i + 1), ordered.get(i).unit()), price, null, null, null, List.of()));
        });
        return lines;
    }

    private List<Party> parties(Onboarding onboarding) {
        List<Party> parties = new ArrayList<>();
        add(parties, PartyRole.BUYER, organisations.find(onboarding.counterparty()).orElseThrow());
        add(parties, PartyRole.SUPPLIER, organisations.find(onboarding.company()).orElseThrow());
        return parties;
    }

    private static void add(List<Party> parties, PartyRole role, Organisation company) {
        List<Party.Identifier> identifiers = company.gln() == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, company.gln()));
        parties.add(new Party(role, identifiers, company.name(), null, null));
    }
}

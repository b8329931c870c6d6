package io.tradelane.server.demo.history;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.JournalListener;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.BankAccounts;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The full set of demo data: 5,000 articles in 40 categories and two years of orders with all that followed, written straight into the engine's tables as
 * the engine would have left them. All in one transaction: a process that is killed leaves nothing, and the next start begins again. The same seed and day
 * give the same set.
 */
@Component
public class TradeHistory {
    private static final long SEED = 20_240_229;
    private static final int ASSORTMENT = 200;
    private static final int INDEXED = 500;
    /** Of the suppliers that only this set has; the first is asked for to see whether it is there. */
    private static final List<NewOrganisation> MORE = List.of(
            new NewOrganisation("Suzhou Tengda Electrical", "苏州腾达电气", Kind.SUPPLIER, "6902345000445", "CNY"),
            new NewOrganisation("Qingdao Lanhai Fluid Power", "青岛蓝海流体", Kind.SUPPLIER, "6902345000551", "CNY"),
            new NewOrganisation("Foshan Rongbao Supplies", "佛山荣宝包装", Kind.SUPPLIER, "6902345000667", "CNY"));
    private static final List<String> ACCOUNTS = List.of("DE65370400440532013044", "DE59370400440532013055", "DE53370400440532013066");
    private static final List<String> CITIES = List.of("宁波", "天津", "无锡", "苏州", "青岛", "佛山");

    private final Organisations organisations;
    private final BankAccounts accounts;
    private final Categories categories;
    private final Articles articles;
    private final Ledger ledger;
    private final ObjectProvider<JournalListener> listeners;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TradeHistory(Organisations organisations, BankAccounts accounts, Categories categories, Articles articles, Ledger ledger, ObjectProvider<JournalListener> listeners, JdbcClient jdbc,
            TransactionTemplate transaction, Clock clock) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.categories = categories;
        this.articles = articles;
        this.ledger = ledger;
        this.listeners = listeners;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How much of it. */
    record Scale(int articles, int months, double ordersADay) {
        static final Scale FULL = new Scale(5000, 24, 11.6);
    }

    /** @param account of a supplier, into which it is paid; empty for a buyer */
    public record Party(UUID id, String name, String currency, String account) {}

    public boolean loaded() {
        return Tenancy.call(Tenancy.Actor.hub(), () -> organisations.byIdentifier(PartyIdentifier.GLN, MORE.getFirst().gln()).isPresent());
    }

    /** @param buyers three @param suppliers three; as many more are made here */
    public void load(List<Party> buyers, List<Party> suppliers, PrintStream out) {
        Instant now = clock.instant();
        long start = System.nanoTime();
        Progress progress = new Progress(out);
        Tenancy.run(Tenancy.Actor.hub(), () -> transaction.executeWithoutResult(status -> load(buyers, suppliers, now, Scale.FULL, progress)));
        progress.end("%,d articles and %,d orders in %d seconds.".formatted(Scale.FULL.articles(), Tenancy.call(Tenancy.Actor.hub(), () -> jdbc.sql("select count(*) from purchase_order")
                .query(Long.class).single()), (System.nanoTime() - start) / 1_000_000_000));
    }

    /** In the transaction of the caller, as the hub. */
    void load(List<Party> buyers, List<Party> suppliers, Instant now, Scale scale, Progress progress) {
        write(buyers(buyers), suppliers(suppliers), now, scale, progress);
    }

    private static List<Trader> buyers(List<Party> parties) {
        return List.of(buyer(parties.get(0), "HX", 45, 13, 1.3), buyer(parties.get(1), "BL", 30, 19, 1), buyer(parties.get(2), "WT", 60, 20, 0.7));
    }

    private static Trader buyer(Party party, String prefix, int termDays, int tax, double weight) {
        return new Trader(party.id(), party.name(), prefix, party.currency(), "", termDays, tax, weight, 1);
    }

    private List<Trader> suppliers(List<Party> parties) {
        List<Party> all = new ArrayList<>(parties);
        for (int i = 0; i < MORE.size(); i++) {
            NewOrganisation more = MORE.get(i);
            UUID id = organisations.create(more);
            accounts.register(id, ACCOUNTS.get(i), more.name(), more.currency());
            all.add(new Party(id, more.name(), more.currency(), ACCOUNTS.get(i)));
        }
        List<String> prefixes = List.of("HN", "BC", "JG", "TD", "LH", "RB");
        List<Double> weights = List.of(1.4, 1.1, 0.8, 1.0, 0.9, 1.2);
        List<Double> reliabilities = List.of(0.93, 0.86, 0.78, 0.9, 0.82, 0.95);
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Party party = all.get(i);
            jdbc.sql("update organisation set city = :city, country = 'CN' where id = :id and city is null").param("city", CITIES.get(i)).param("id", party.id()).update();
            traders.add(new Trader(party.id(), party.name(), prefixes.get(i), party.currency(), party.account(), 0, 0, weights.get(i), reliabilities.get(i)));
        }
        return traders;
    }

    private void write(List<Trader> buyers, List<Trader> suppliers, Instant now, Scale scale, Progress progress) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = today.minusMonths(scale.months());
        Chance chance = new Chance(SEED);
        RowWriter rows = new RowWriter(jdbc);
        progress.at(0, "catalogue");
        List<Article> goods = Goods.make(scale.articles(), today, chance);
        Goods.write(goods, suppliers, Goods.categories(categories), today, rows);
        rows.flush();
        for (int at = 0; at < goods.size(); at += INDEXED) {
            progress.at(0.05 + 0.15 * at / goods.size(), "search");
            articles.index(goods.subList(at, Math.min(goods.size(), at + INDEXED)).stream().map(Article::id).toList());
        }
        progress.at(0.2, "prices");
        List<Assortment> assortments = assortments(buyers, suppliers, goods, from, today);
        assortments.forEach(assortment -> {
            assortment.write(rows);
            rows.flushIfMany();
        });
        Numbers numbers = new Numbers();
        buyers.forEach(buyer -> numbers.startReceipts(buyer.id(), lastNumber(buyer)));
        Books books = new Books();
        List<UUID> open = new Business(assortments, new Deal.Setting(rows, books, chance, numbers, now)).play(scale.ordersADay(), from, today, part -> progress.at(0.3 + 0.5 * part, "orders"));
        progress.at(0.8, "books");
        learn();
        books.close(ledger);
        buyers.forEach(buyer -> goOn(buyer, numbers));
        progress.at(0.95, "what is expected");
        learn();
        expect(open);
    }

    /** So that the next statements are planned for as much as there is now. */
    private void learn() {
        jdbc.sql("call learn_statistics()").update();
    }

    private static List<Assortment> assortments(List<Trader> buyers, List<Trader> suppliers, List<Article> goods, LocalDate from, LocalDate today) {
        List<Assortment> assortments = new ArrayList<>();
        for (Trader buyer : buyers) {
            for (int i = 0; i < suppliers.size(); i++) {
                int maker = i;
                List<Article> taken = new ArrayList<>(goods.stream().filter(article -> article.supplier() == maker).toList());
                Collections.shuffle(taken, new Random(SEED + assortments.size()));
                assortments.add(new Assortment(buyer, suppliers.get(i), taken.subList(0, Math.min(ASSORTMENT, taken.size())), 0.98 - 0.02 * (assortments.size() % 4), from, today));
            }
        }
        return assortments;
    }

    private int lastNumber(Trader buyer) {
        return jdbc.sql("select coalesce(max(last), 0) from control_number where from_org_id = :id and to_org_id = :id and kind = 'DOCUMENT'").param("id", buyer.id())
                .query(Integer.class).single();
    }

    /** The next receipt gets the number behind the last one of these. */
    private void goOn(Trader buyer, Numbers numbers) {
        jdbc.sql("""
                        insert into control_number (from_org_id, to_org_id, kind, last) values (:id, :id, 'DOCUMENT', :last)
                        on conflict (from_org_id, to_org_id, kind) do update set last = excluded.last
                        """)
                .param("id", buyer.id()).param("last", numbers.receipts(buyer)).update();
    }

    /** Who waits for what on open orders is found by whom it is found for every other order: by what listens to the journal. */
    private void expect(List<UUID> open) {
        List<Entry> entries = open.stream().map(id -> new Entry(PurchaseOrders.ENTITY, id, null, "LOADED", null, null, null, Set.of(), Map.of())).toList();
        listeners.orderedStream().forEach(listener -> listener.recorded(entries));
    }
}

package io.tradelane.server.demo.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.server.demo.history.TradeHistory.Party;
import io.tradelane.server.demo.history.TradeHistory.Scale;
import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.DatabaseRoles;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.payment.BankAccounts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine on a real PostgreSQL, with half a year of a smaller business. */
class TradeHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");
    private static EmbeddedPostgres postgres;
    private static HikariDataSource application;
    private static AnnotationConfigApplicationContext engine;
    private static JdbcClient superuser;
    private static String first;

    private static List<Party> buyers;
    private static List<Party> suppliers;

    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
        DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
        Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
        superuser = JdbcClient.create(postgres.getDatabase("postgres", "tradelane"));
        application = new HikariDataSource();
        application.setJdbcUrl(url);
        application.setUsername(DatabaseRoles.APPLICATION);
        application.setPassword("app");
        application.setMaximumPoolSize(2);
        engine = new AnnotationConfigApplicationContext();
        engine.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                "tradelane.database.require-durability", "false", "TRADELANE_MASTER_KEY", SecretBox.newKey("1"))));
        engine.register(TradingConfiguration.class, TradeHistory.class);
        engine.registerBean(Announcer.class, () -> ids -> { });
        engine.registerBean(DataSource.class, () -> application);
        engine.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(engine.getBean(PlatformTransactionManager.class)));
        engine.refresh();
        buyers = List.of(party("Buyer one", Kind.BUYER, "CNY", ""), party("Buyer two", Kind.BUYER, "EUR", ""), party("Buyer three", Kind.BUYER, "EUR", ""));
        suppliers = List.of(party("Seller one", Kind.SUPPLIER, "CNY", "DE83370400440532013011"), party("Seller two", Kind.SUPPLIER, "EUR", "DE77370400440532013022"),
                party("Seller three", Kind.SUPPLIER, "EUR", "DE71370400440532013033"));
    }

    @BeforeAll
    static void load() throws Exception {
        start();
        Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        TradeHistory history = engine.getBean(TradeHistory.class);
        TransactionTemplate transaction = engine.getBean(TransactionTemplate.class);
        Tenancy.run(Actor.hub(), () -> {
            transaction.executeWithoutResult(status -> {
                history.load(buyers, suppliers, NOW, new Scale(160, 4, 4), progress);
                first = content(engine.getBean(JdbcClient.class));
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> history.load(buyers, suppliers, NOW, new Scale(160, 4, 4), progress));
        });
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        application.close();
        postgres.close();
    }

    private static Party party(String name, Kind kind, String currency, String account) {
        UUID id = hub(() -> engine.getBean(Organisations.class).create(new NewOrganisation(name, null, kind, null, currency)));
        if (!account.isEmpty()) {
            hub(() -> engine.getBean(BankAccounts.class).register(id, account, name, currency));
        }
        return new Party(id, name, currency, account);
    }

    private static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }

    /** All that was generated, but for ids that the engine makes and the companies'. */
    private static String content(JdbcClient jdbc) {
        return jdbc.sql("""
                select md5(string_agg(line, '|' order by line)) from (
                  select o.id || o.number || o.net_total || o.agreement || o.updated_at || l.supplier_article || l.quantity || l.price || l.received_quantity as line
                    from purchase_order o join po_line l on l.order_id = o.id
                  union all select i.id || i.number || i.payable_total || i.status from invoice i
                  union all select p.id || p.bank_reference || p.amount from payment p
                  union all select a.id || a.number || a.name_zh || a.stock from article a
                  union all select r.id || r.number from rfq r) x
                """).query(String.class).single();
    }

    private static long count(String sql) {
        return superuser.sql(sql).query(Long.class).single();
    }

    @Test
    void theSameSeedGivesTheSameSet() {
        String second = hub(() -> engine.getBean(TransactionTemplate.class).execute(status -> content(engine.getBean(JdbcClient.class))));
        assertThat(second).isEqualTo(first);
        assertThat(count("select count(*) from purchase_order")).isGreaterThan(200);
        assertThat(count("select count(*) from quote")).isGreaterThan(5);
    }

    @Test
    void theBooksBalanceInEveryCurrencyAndAgreeWithWhatIsOpen() {
        assertThat(hub(() -> engine.getBean(Ledger.class).verify())).isEmpty();
        assertThat(count("select count(distinct currency) from journal_line")).isEqualTo(2);
        assertThat(count("select count(*) from goods_receipt r where (select count(*) from journal j where j.source_id = r.id) <> 2")).isZero();
        assertThat(count("select count(*) from payment p where (select sum(amount) from payment_alloc a where a.payment_id = p.id) <> p.amount")).isZero();
    }

    @Test
    void noMoreIsReceivedThanSentAndNoMoreSentThanConfirmed() {
        assertThat(count("select count(*) from po_line where received_quantity > shipped_quantity or shipped_quantity > coalesce(confirmed_quantity, quantity) or invoiced_quantity > received_quantity"))
                .isZero();
        assertThat(count("select count(*) from po_line l where shipped_quantity <> coalesce((select sum(shipped_quantity) from package_line p where p.po_line_id = l.id), 0)")).isZero();
        assertThat(count("select count(*) from po_line l where received_quantity <> coalesce((select sum(accepted_quantity) from receipt_line r where r.po_line_id = l.id), 0)")).isZero();
        assertThat(count("select count(*) from po_line l where invoiced_quantity <> coalesce((select sum(quantity) from invoice_line i where i.po_line_id = l.id), 0)")).isZero();
        assertThat(count("select count(*) from po_line where damaged_quantity > 0")).isPositive();
        assertThat(count("select count(*) from shipment s where despatched_at > (select requested_delivery + 1 from purchase_order o join shipment_order x on x.order_id = o.id and x.shipment_id = s.id)"))
                .isPositive();
    }

    @Test
    void anInvoiceIsTheSumOfItsLines() {
        assertThat(count("""
                select count(*) from invoice i join (select invoice_id, sum(net) as net, sum(tax) as tax, sum(coalesce(approved_net, 0) + coalesce(approved_tax, 0)) as approved,
                       count(*) filter (where verdict = 'HOLD') as held from invoice_line group by 1) l on l.invoice_id = i.id
                 where i.net_total <> l.net or i.tax_total <> l.tax or i.payable_total <> l.net + l.tax or i.approved_total <> l.approved or i.open_lines <> l.held
                    or i.paid_total <> coalesce((select sum(amount) from payment_alloc a where a.invoice_id = i.id), 0)
                """)).isZero();
        assertThat(count("select count(*) from invoice where status = 'PAID' and paid_total <> approved_total or status = 'EXCEPTION' and open_lines = 0")).isZero();
    }

    @Test
    void everyOrderHasATimelineThatEndsWhereTheOrderStands() {
        assertThat(count("select count(*) from purchase_order o where not exists (select from state_transition t where t.entity_id = o.id and t.event = 'PLACED' and t.seq = 1)")).isZero();
        assertThat(count("""
                select count(*) from purchase_order o where agreement <> (select to_state from state_transition t where t.entity_id = o.id and t.to_state in ('ISSUED', 'CONFIRMED',
                    'REJECTED_BY_SUPPLIER', 'COMPLETED') and t.event in ('PLACED', 'ACCEPT', 'REJECT', 'COMPLETE') order by seq desc limit 1)
                """)).isZero();
        assertThat(count("select count(*) from state_transition a join state_transition b on b.entity_id = a.entity_id and b.seq = a.seq + 1 where b.at < a.at")).isZero();
        assertThat(hub(() -> engine.getBean(Journal.class).verifyAll()).broken()).isEmpty();
        assertThat(count("""
                select count(*) from purchase_order o where (agreement = 'COMPLETED') <> (fulfilment = 'RECEIVED' and billing = 'INVOICED' and payment = 'PAID')
                """)).isZero();
    }

    @Test
    void whoWaitsForWhatIsKnownOfOrdersThatAreOpen() {
        assertThat(count("select count(*) from purchase_order o where agreement = 'ISSUED' and not exists (select from obligation b where b.subject_id = o.id and b.kind = 'ORDER_RESPONSE')"))
                .isZero();
        assertThat(count("select count(*) from obligation where kind = 'PAYMENT'")).isPositive();
    }

    @Test
    void theEngineGoesOnWithIt() {
        Map<String, Object> shipment = superuser.sql("""
                select x.order_id, s.id, s.buyer_org_id from shipment s join shipment_order x on x.shipment_id = s.id where s.state = 'DESPATCHED' order by s.id limit 1
                """).query().singleRow();
        UUID order = (UUID) shipment.get("order_id");
        UUID buyer = (UUID) shipment.get("buyer_org_id");
        long before = count("select count(*) from goods_receipt where buyer_org_id = '" + buyer + "'");
        List<GoodsReceipts.Counted> counted = new ArrayList<>();
        superuser.sql("select po_line_id, shipped_quantity from package_line where shipment_id = ?").param(shipment.get("id")).query(row -> {
            counted.add(new GoodsReceipts.Counted(row.getObject(1, UUID.class), row.getBigDecimal(2), BigDecimal.ZERO, null, null));
        });
        UUID receipt = UUID.randomUUID();
        CommandResult result = Tenancy.call(Actor.person(buyer, UUID.randomUUID(), "Warehouse"),
                () -> engine.getBean(GoodsReceipts.class).post(new GoodsReceipts.Receipt(receipt, order, (UUID) shipment.get("id"), null, counted)));
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        assertThat(superuser.sql("select number from goods_receipt where id = ?").param(receipt).query(String.class).single()).isEqualTo("GR-%06d".formatted(before + 1));
        assertThat(hub(() -> engine.getBean(PurchaseOrders.class).find(order)).orElseThrow().status().fulfilment().name()).contains("RECEIVED");
        assertThat(hub(() -> engine.getBean(Ledger.class).verify())).isEmpty();
    }
}

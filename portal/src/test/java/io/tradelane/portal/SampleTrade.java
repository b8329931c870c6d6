package io.tradelane.portal;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.GoodsReceipts.Counted;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.payment.BankAccounts;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Two buyers, a supplier, an operator, and deals at every stage. */
public class SampleTrade {
    public static final String PASSWORD = "correct horse battery";
    private static final String[][] ARTICLES = {
        {"DIN933-M8X40", "六角头螺栓 M8×40", "Hexagon bolt M8×40 8.8 DIN 933", "0.42"},
        {"6204-2RS", "轴承 6204-2RS", "Bearing 6204-2RS", "38.00"},
        {"NBR-70", "密封圈 NBR 70", "Gasket NBR 70", "2.10"},
        {"FL-DN80", "法兰 DN80 PN16", "Flange DN80 PN16", "186.00"},
        {"VB-400", "阀体 GJS-400", "Valve body GJS-400", "1940.00"},
    };
    private final Organisations organisations;
    private final Users users;
    private final PasswordEncoder passwords;
    private final ApiClients clients;
    private final Articles articles;
    private final PurchaseOrders orders;
    private final DespatchAdvices advices;
    private final GoodsReceipts receipts;
    private final Invoices invoices;
    private final Payments payments;
    private final BankAccounts accounts;
    private final Agreements agreements;
    private final Channels channels;
    private final DeliverySchedules schedules;
    private final SampleExchange exchange;
    public UUID buyer;
    public UUID otherBuyer;
    public UUID supplier;
    public UUID operator;
    public UUID confirmedOrder;
    public UUID issuedOrder;
    public UUID changedOrder;
    public UUID fullOrder;
    public UUID invoice;
    public UUID schedule;
    public UUID unknownInterchange;
    public UUID brokenInterchange;
    public UUID orderInterchange;
    public UUID orderMessage;
    public String apiKey;

    SampleTrade(Organisations organisations, Users users, PasswordEncoder passwords, ApiClients clients, Articles articles, PurchaseOrders orders,
            DespatchAdvices advices, GoodsReceipts receipts, Invoices invoices, Payments payments, BankAccounts accounts, Agreements agreements,
            Channels channels, DeliverySchedules schedules, SampleExchange exchange) {
        this.organisations = organisations;
        this.users = users;
        this.passwords = passwords;
        this.clients = clients;
        this.articles = articles;
        this.orders = orders;
        this.advices = advices;
        this.receipts = receipts;
        this.invoices = invoices;
        this.payments = payments;
        this.accounts = accounts;
        this.agreements = agreements;
        this.channels = channels;
        this.schedules = schedules;
        this.exchange = exchange;
    }

    /** Once for the JVM. */
    synchronized void load() {
        if (buyer == null) {
            Tenancy.run(Actor.hub(), this::companies);
            deals();
            Tenancy.run(Actor.hub(), this::trouble);
        }
    }

    private void companies() {
        operator = organisations.create(new NewOrganisation("Tradelane operations", "贸道运营", Kind.OPERATOR, null, "CNY"));
        buyer = organisations.create(new NewOrganisation("Huaxing Components", "华兴零部件", Kind.BUYER, "6901234000016", "CNY"));
        otherBuyer = organisations.create(new NewOrganisation("Brightline Retail GmbH", null, Kind.BUYER, "4012345000009", "CNY"));
        supplier = organisations.create(new NewOrganisation("Ningbo Haina Fasteners", "宁波海纳紧固件", Kind.SUPPLIER, "6909876000012", "CNY"));
        String hash = passwords.encode(PASSWORD);
        for (Role role : Role.values()) {
            UUID home = role.name().startsWith("SUPPLIER") ? supplier
                    : role == Role.OPERATOR || role == Role.INTEGRATION_OPERATOR || role == Role.AUDITOR ? operator : buyer;
            users.create(role.name().toLowerCase(Locale.ROOT) + "@example.com", "王芳 " + role.name().charAt(0), Locale.ENGLISH, hash, List.of(new User.Membership(home, role)));
        }
        all("buyer@example.com", "李伟", buyer, Role.BUYER_STAFF, Role.BUYER_WAREHOUSE, Role.BUYER_FINANCE);
        all("other@example.com", "Anna Weber", otherBuyer, Role.BUYER_STAFF, Role.BUYER_WAREHOUSE, Role.BUYER_FINANCE, Role.ORGANISATION_ADMIN);
        all("supplier@example.com", "陈静", supplier, Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE, Role.SUPPLIER_FINANCE);
        all("hub@example.com", "Operator", operator, Role.OPERATOR, Role.INTEGRATION_OPERATOR);
        users.create("chinese@example.com", "王芳", Locale.SIMPLIFIED_CHINESE, hash, List.of(new User.Membership(buyer, Role.BUYER_STAFF)));
        users.create("both@example.com", "赵强", Locale.ENGLISH, hash, List.of(new User.Membership(buyer, Role.BUYER_STAFF), new User.Membership(supplier, Role.SUPPLIER_SALES)));
        apiKey = clients.create(buyer, "Huaxing ERP", Set.of("order:read", "message:read", "payload:read", "invoice:read", "incident:read", "interchange:write")).key();
        for (String[] article : ARTICLES) {
            UUID id = articles.upsert(new NewArticle(supplier, article[0], null, article[1], article[2], "PCE", null));
            articles.mapBuyerArticle(buyer, "H-" + article[0], id);
            articles.agreePrice(buyer, id, price(article[3]), LocalDate.of(2020, 1, 1), null);
        }
        accounts.register(supplier, "CN8801", "Ningbo Haina Fasteners", "CNY");
        accounts.register(buyer, "CN7701", "Huaxing Components", "CNY");
        UUID channel = channels.create(new NewChannel(buyer, "Huaxing AS2", "as2", Direction.OUTBOUND, java.util.Map.of("url", "https://as2.example.com/in", "mdn", "sync"), java.util.Map.of("password", "secret"), true));
        channels.create(new NewChannel(buyer, "Huaxing folder", "folder", Direction.INBOUND, java.util.Map.of("folder", "huaxing/in"), java.util.Map.of(), false));
        agreements.agree(new Agreement(Ids.next(), supplier, buyer, DocumentType.ORDER_RESPONSE, "EDIFACT", "D96A", "EAN008", channel, true,
                "6909876000012", "14", "6901234000016", "14", "UNOC", true));
    }

    private void all(String email, String name, UUID organisation, Role... roles) {
        users.create(email, name, Locale.ENGLISH, String.valueOf(passwords.encode(PASSWORD)),
                Arrays.stream(roles).map(role -> new User.Membership(organisation, role)).toList());
    }

    private void deals() {
        for (int i = 1; i <= 22; i++) {
            order(buyer, "PO-2026-%06d".formatted(4700 + i), i % 7 == 0 ? "0.55" : "0.42", i % 5 + 1);
        }
        order(otherBuyer, "BR-881", null, 1);
        issuedOrder = order(buyer, "PO-2026-004801", "0.55", 5);
        confirmedOrder = order(buyer, "PO-2026-004802", "0.42", 5);
        answer(confirmedOrder, new SupplierAnswer.AcceptAll("SO-88214"));
        changedOrder = order(buyer, "PO-2026-004803", "0.42", 5);
        answer(changedOrder, new SupplierAnswer.Change("SO-88215", "Raw material is short", List.of(
                new SupplierAnswer.LineChange("20", false, new BigDecimal("320"), null, LocalDate.now().plusDays(16), "Stock"),
                new SupplierAnswer.LineChange("50", true, null, null, null, "Discontinued"))));
        UUID refused = order(buyer, "PO-2026-004804", "0.42", 2);
        answer(refused, new SupplierAnswer.RejectAll("Out of production"));
        fullOrder = order(buyer, "PO-2026-004805", "0.42", 4);
        answer(fullOrder, new SupplierAnswer.AcceptAll("SO-88216"));
        person(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), fullOrder, 2, "CT", "SF1234567890", LocalDate.now().plusDays(2))));
        receive();
        invoice();
        release(6, 120, true);
        schedule = release(7, 160, false);
        call("JIT-31", 25);
    }

    /** A further order of {@link #buyer}; the number must be new. */
    public UUID newOrder(String number, int lines) {
        return order(buyer, number, "0.42", lines);
    }

    /** The buyer orders another quantity on a line. */
    public void changeQuantity(String order, String number, String line, long quantity) {
        OrderChangeDocument document = new OrderChangeDocument(number, LocalDate.now(), order, null, OrderChangeDocument.Action.CHANGE, null, "CNY", List.of(), List.of(),
                null, null, List.of(new OrderChangeDocument.Line(line, OrderChangeDocument.LineAction.CHANGE, new Item(null, null, null, null),
                        Quantity.of(quantity, "PCE"), null, null, null, null)));
        exchange.send(buyer, supplier, "6901234000016", "ORDCHG", document, List.of("BGM+230+" + number + "+4'", "RFF+ON:" + order + "'"), List.of(number, order), Source.EDI,
                context -> orders.apply(document, new Parties(buyer, supplier), context));
    }

    /** The carrier says that the goods left, and that they are delivered; of neither is there a reason. */
    public void report(String number, UUID order) {
        String shipment = Tenancy.call(Actor.hub(), () -> advices.ofOrder(order)).getFirst().number();
        OffsetDateTime morning = OffsetDateTime.parse("2026-11-20T08:15:00+08:00");
        TransportStatusDocument document = new TransportStatusDocument(number, LocalDate.now(), List.of(), List.of(new TransportStatusDocument.Consignment(shipment, List.of(), List.of(), List.of(
                new TransportStatusDocument.Event(TransportStatusDocument.Status.DEPARTED, "27", morning, "CNNGB", null, null),
                new TransportStatusDocument.Event(TransportStatusDocument.Status.DELIVERED, "21", morning.plusDays(1), null, null, "李伟")))));
        exchange.send(supplier, buyer, "6909876000012", "IFTSTA", document, List.of("BGM+23+" + number + "'"), List.of(number, shipment), Source.EDI,
                context -> advices.apply(document, false, context));
    }

    /**
     * A forecast of bolts on {@link #fullOrder}, from next Monday on; the buyer says it has received 400.
     *
     * @param everything whether bearings are asked for too
     */
    public UUID release(int release, long quantity, boolean everything) {
        LocalDate monday = monday();
        List<DeliveryScheduleDocument.Delivery> deliveries = new ArrayList<>();
        for (int week = 0; week < 8; week++) {
            DeliveryScheduleDocument.Commitment commitment = week < 2 ? DeliveryScheduleDocument.Commitment.FIRM : DeliveryScheduleDocument.Commitment.FORECAST;
            deliveries.add(new DeliveryScheduleDocument.Delivery(commitment, Quantity.of(week % 3 == 0 ? quantity : 100, "PCE"), monday.plusWeeks(week), monday.plusWeeks(week).plusDays(6), null));
        }
        List<DeliveryScheduleDocument.Line> lines = new ArrayList<>(List.of(
                new DeliveryScheduleDocument.Line("1", item(0), "PO-2026-004805", "10", "SZ-4", Quantity.of(400, "PCE"), null, "DA-4411", deliveries),
                new DeliveryScheduleDocument.Line("2", new Item(null, "H-WASHER", null, "Washer <b>M8</b>"), null, null, "SZ-4", null, null, null, deliveries.subList(0, 2))));
        if (everything) {
            lines.add(new DeliveryScheduleDocument.Line("3", item(1), null, null, "SZ-4", null, null, null, deliveries));
        }
        return schedule(new DeliveryScheduleDocument("DS-2026-" + release, DeliveryScheduleDocument.Kind.FORECAST, LocalDate.now(), "" + release, "" + (release - 1), null, null,
                List.of(), "Plant holidays <script>alert(1)</script>", lines), "DELFOR", "BGM+241+DS-2026-" + release + "+5'");
    }

    /** Every day of the week of {@link #release}, at six in the buyer's morning. */
    public UUID call(String number, long quantity) {
        List<DeliveryScheduleDocument.Delivery> deliveries = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            LocalDate date = monday().plusDays(day);
            deliveries.add(new DeliveryScheduleDocument.Delivery(DeliveryScheduleDocument.Commitment.FIRM, Quantity.of(quantity, "PCE"), date, null, date.atTime(6, 0).atOffset(java.time.ZoneOffset.ofHours(8))));
        }
        return schedule(new DeliveryScheduleDocument(number, DeliveryScheduleDocument.Kind.JUST_IN_TIME, LocalDate.now(), null, null, null, null, List.of(), null,
                List.of(new DeliveryScheduleDocument.Line("1", item(0), "PO-2026-004805", "10", "SZ-4", null, null, null, deliveries))), "DELJIT", "BGM+242+" + number + "+9'");
    }

    private UUID schedule(DeliveryScheduleDocument document, String type, String segment) {
        return id(exchange.send(buyer, supplier, "6901234000016", type, document, List.of(segment), List.of(document.number()), Source.EDI,
                context -> schedules.apply(document, new Parties(buyer, supplier), context)).result());
    }

    private static LocalDate monday() {
        return LocalDate.now().with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
    }

    private static Item item(int article) {
        return new Item(null, "H-" + ARTICLES[article][0], ARTICLES[article][0], ARTICLES[article][2]);
    }

    /** An interchange from an address that nobody here has. */
    public UUID unknownSender(String address) {
        return exchange.wrong(null, address, "77", "UNB+UNOC:3+" + address + ":14+TRADELANE:14+261122:0930+77'UNZ+0+77'", "[]", false);
    }

    private UUID order(UUID from, String number, String firstPrice, int lines) {
        List<OrderDocument.Line> content = new ArrayList<>();
        List<String> segments = new ArrayList<>(List.of("BGM+220+" + number + "+9'", "DTM+137:20261121:102'", "NAD+BY+6901234000016::9'", "NAD+SU+6909876000012::9'"));
        for (int i = 0; i < lines; i++) {
            String price = i == 0 && firstPrice != null ? firstPrice : ARTICLES[i][3];
            content.add(new OrderDocument.Line("" + (i + 1) * 10, new Item(null, "H-" + ARTICLES[i][0], ARTICLES[i][0], ARTICLES[i][2]), Quantity.of(400 / (i + 1), "PCE"),
                    price(price), null, null, null, List.of()));
            segments.addAll(List.of("LIN+" + (i + 1) * 10 + "'", "PIA+1+" + ARTICLES[i][0] + ":SA'", "QTY+21:" + 400 / (i + 1) + ":PCE'", "PRI+AAA:" + price + "'"));
        }
        OrderDocument document = new OrderDocument(number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.now(), LocalDate.now().plusDays(12), "CNY",
                List.of(Party.ofGln(PartyRole.BUYER, "6901234000016"), Party.ofGln(PartyRole.SUPPLIER, "6909876000012"),
                        new Party(PartyRole.SHIP_TO, List.of(), "Suzhou plant, dock 4", new Party.Address(List.of(), "Suzhou", null, null, "CN"), null)),
                List.of(), "30 days net", "Before noon <script>alert(1)</script>", null, content);
        SampleExchange.Sent sent = exchange.send(from, supplier, from.equals(buyer) ? "6901234000016" : "4012345000009", "ORDERS", document, segments, List.of(number), Source.EDI,
                context -> orders.place(document, new Parties(from, supplier), context));
        orderInterchange = sent.interchange();
        orderMessage = sent.message();
        return id(sent.result());
    }

    private void answer(UUID order, SupplierAnswer answer) {
        person(supplier, () -> orders.answer(order, answer, find(order).version()));
    }

    private void receive() {
        person(buyer, () -> {
            UUID shipment = advices.ofOrder(fullOrder).getFirst().id();
            List<Counted> lines = receipts.expected(fullOrder, shipment).stream()
                    .map(line -> line.orderLineNumber().equals("10")
                            ? new Counted(line.orderLineId(), line.expected().subtract(BigDecimal.TEN), BigDecimal.ZERO, GoodsReceipts.Difference.SHORT, "One box was open")
                            : new Counted(line.orderLineId(), line.expected(), BigDecimal.ZERO, null, null))
                    .toList();
            return receipts.post(new GoodsReceipts.Receipt(Ids.next(), fullOrder, shipment, null, lines));
        });
    }

    private void invoice() {
        OrderView order = Tenancy.call(Actor.hub(), () -> find(fullOrder));
        List<InvoiceDocument.Line> lines = order.lines().stream().map(line -> new InvoiceDocument.Line("" + line.position(), order.number(), line.lineNumber(),
                new Item(null, null, line.supplierArticle(), line.description()), new Quantity(line.ordered(), "PCE"), line.price(), line.amount().rounded(), new BigDecimal("13"), null, List.of())).toList();
        Money net = lines.stream().map(InvoiceDocument.Line::net).reduce(Money.zero("CNY"), Money::plus);
        Money tax = net.times(new BigDecimal("0.13")).rounded();
        InvoiceDocument document = new InvoiceDocument("INV-77812", InvoiceDocument.Kind.INVOICE, LocalDate.now(), LocalDate.now().plusDays(30), LocalDate.now(), "CNY", null, order.number(), null, null,
                "RF18539007547034", "CN8801", List.of(), "30 days net", null, List.of(), lines, List.of(new InvoiceDocument.Tax("S", new BigDecimal("13"), net, tax, null)),
                new InvoiceDocument.Totals(net, net, tax, net.plus(tax)));
        invoice = id(exchange.send(supplier, buyer, "6909876000012", "INVOIC", document, List.of("BGM+380+INV-77812+9'", "RFF+ON:" + order.number() + "'"), List.of("INV-77812", order.number()), Source.EDI,
                context -> invoices.apply(document, new Parties(buyer, supplier), context)).result());
        PaymentNotificationDocument money = new PaymentNotificationDocument("CAMT-1", OffsetDateTime.now(), List.of(), List.of(
                entry("BK-1", "10000.00", "RF18539007547034", "INV-77812"), entry("BK-2", "5000.00", null, "invoice seventy-seven")));
        exchange.send(supplier, buyer, "6909876000012", "camt.054", money, List.of(), List.of("BK-1", "BK-2"), Source.BANK,
                context -> Payments.verdict(payments.apply(money, new io.tradelane.trading.order.MessageContext(context.interchange(), context.message(), null))));
    }

    private static PaymentNotificationDocument.Entry entry(String reference, String amount, String creditorReference, String text) {
        return new PaymentNotificationDocument.Entry("CN8801", reference, PaymentNotificationDocument.Direction.CREDIT, Money.of(amount, "CNY"), LocalDate.now(), LocalDate.now(),
                null, creditorReference, text, "Huaxing Components", "CN7701", null, null, false);
    }

    private void trouble() {
        unknownInterchange = unknownSender("4099999000001");
        String bytes = "UNB+UNOC:3+6901234000016:14+TRADELANE:14+261122:0930+88'UNH+1+ORDERS:D:96A:UN'BGM+220+PO-BROKEN-1+9'LIN+1'QTY+21:abc'FTX+AAI+++<img src=x onerror=alert(1)>'UNT+6+1'UNZ+1+88'";
        brokenInterchange = exchange.wrong(buyer, "6901234000016", "88", bytes, "[{\"severity\":\"ERROR\",\"code\":\"NOT_NUMERIC\",\"standardCode\":\"37\",\"line\":1,\"column\":1,\"offset\":"
                + bytes.indexOf("QTY+21") + ",\"segment\":\"QTY\",\"segmentPosition\":4,\"element\":1,\"component\":2,\"value\":\"abc\",\"expected\":\"n..15\",\"path\":\"QTY/C186/6060\","
                + "\"en\":\"Letters where only digits are allowed\",\"zh\":\"只允许数字的位置出现了字母\"}]", false);
        exchange.wrong(buyer, "6901234000016", "99", "UNB+UNOC:3+6901234000016:14+TRADELANE:14+261122:0930+99'UNH+1+ORDERS", "[{\"severity\":\"ERROR\",\"code\":\"UNZ_MISSING\",\"standardCode\":\"29\",\"offset\":60,\"en\":\"The end of the interchange is missing\",\"zh\":\"缺少交换结束段\"}]", true);
    }

    private OrderView find(UUID order) {
        return orders.find(order).orElseThrow();
    }

    private static void person(UUID organisation, java.util.function.Supplier<CommandResult> work) {
        CommandResult result = Tenancy.call(Actor.person(organisation, Ids.next(), "陈静"), work);
        if (!(result instanceof CommandResult.Done)) {
            throw new IllegalStateException("sample: " + result);
        }
    }

    private static UUID id(ApplyResult result) {
        if (result instanceof ApplyResult.Applied applied) {
            return applied.id();
        }
        throw new IllegalStateException("sample: " + result);
    }

    private static Price price(String amount) {
        return Price.each(Money.of(amount, "CNY"), "PCE");
    }
}

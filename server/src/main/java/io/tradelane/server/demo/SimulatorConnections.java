package io.tradelane.server.demo;

import static io.tradelane.server.demo.Company.BANK;
import static io.tradelane.server.demo.Company.BEICHEN;
import static io.tradelane.server.demo.Company.BRIGHTLINE;
import static io.tradelane.server.demo.Company.CARRIER;
import static io.tradelane.server.demo.Company.HAINA;
import static io.tradelane.server.demo.Company.HUAXING;
import static io.tradelane.server.demo.Company.JINGONG;
import static io.tradelane.server.demo.Company.WESTFIELD;

import io.tradelane.simulators.bank.BankSftp;
import io.tradelane.simulators.carrier.CarrierService;
import io.tradelane.simulators.crm.CrmService;
import io.tradelane.simulators.erp.ODataService;
import io.tradelane.simulators.erp.SapSystem;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects the simulators: channels of the demo companies to them, and what goes over these. A start finds those of the start before, and tells them the ports of today. */
@Component
class SimulatorConnections {
    private static final Map<String, String> POLLING = Map.of("pollMillis", "1000");
    private final Organisations organisations;
    private final Channels channels;
    private final Agreements agreements;
    private final TransactionTemplate transaction;

    SimulatorConnections(Organisations organisations, Channels channels, Agreements agreements, TransactionTemplate transaction) {
        this.organisations = organisations;
        this.channels = channels;
        this.agreements = agreements;
        this.transaction = transaction;
    }

    void connect(Simulators simulators) {
        Tenancy.run(Tenancy.Actor.hub(), () -> transaction.executeWithoutResult(status -> {
            Map<String, String> odata = Map.of("url", simulators.huaxingErp.address("/odata/").toString(), "user", ODataService.USER);
            channel(HUAXING, "odata", Direction.INBOUND, with(odata, POLLING, Map.of("entitySet", "SalesOrders",
                    "mapping", order(HUAXING, HAINA, ".ID", ".Article", ".Quantity", "0.42", ".Date"))), Map.of("password", ODataService.PASSWORD));
            Map<String, String> crm = Map.of("url", simulators.brightlineCrm.address("/api").toString(), "auth", "OAUTH2",
                    "tokenUrl", simulators.brightlineCrm.address("/oauth/token").toString(), "clientId", CrmService.CLIENT_ID);
            channel(BRIGHTLINE, "rest", Direction.INBOUND, with(crm, POLLING, Map.of("path", "/customers", "itemsPath", "/data", "paging", "PAGE", "sizeParameter", "per_page",
                    "pageSize", "2", "marker", "RECORD", "markerParameter", "updatedSince", "markerPath", "/updatedAt",
                    "mapping", order(BRIGHTLINE, BEICHEN, ".id", ".article", ".quantity", "4.90", ".date"))), Map.of("clientSecret", CrmService.CLIENT_SECRET));
            UUID sap = channel(JINGONG, "idoc", Direction.OUTBOUND, Map.of("url", simulators.jingongSap.address("/sap/bc/srt/idoc").toString(), "service", "SOAP",
                    "user", SapSystem.USER), Map.of("password", SapSystem.PASSWORD));
            agree(WESTFIELD, JINGONG, DocumentType.ORDER, "IDOC", "ORDERS05", sap);
            Map<String, String> carrier = Map.of("url", simulators.carrier.address("/v1").toString(), "auth", "HEADER");
            Map<String, String> key = Map.of("token", CarrierService.KEY);
            UUID tendered = channel(CARRIER, "carrier", Direction.OUTBOUND, carrier, key);
            channel(CARRIER, "carrier", Direction.INBOUND, with(carrier, POLLING), key);
            agree(JINGONG, CARRIER, DocumentType.TRANSPORT_INSTRUCTION, "JSON", "1", tendered);
            Map<String, String> bank = Map.of("host", "127.0.0.1", "port", Integer.toString(simulators.bank.port()), "user", BankSftp.USER,
                    "hostKeys", simulators.bankFingerprint());
            Map<String, String> password = Map.of("password", BankSftp.PASSWORD);
            UUID instructions = channel(BANK, "sftp", Direction.OUTBOUND, with(bank, Map.of("directory", "in")), password);
            channel(BANK, "sftp", Direction.INBOUND, with(bank, POLLING, Map.of("directory", "out", "stableMillis", "0")), password);
            agree(BRIGHTLINE, BANK, DocumentType.PAYMENT_INSTRUCTION, "ISO20022", "09", instructions);
        }));
    }

    private UUID channel(Company company, String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        UUID owner = id(company);
        String name = company.title + " " + door + " " + direction.name().toLowerCase(java.util.Locale.ROOT);
        Optional<Channel> before = channels.list(owner).stream().filter(one -> one.name().equals(name)).findFirst();
        if (before.isEmpty()) {
            return channels.create(new NewChannel(owner, name, door, direction, parameters, secrets, true));
        }
        Channel known = before.get();
        if (!known.parameters().equals(parameters)) {
            channels.update(known.id(), known.version(), name, parameters, secrets, known.enabled());
        }
        return known.id();
    }

    private void agree(Company from, Company to, DocumentType type, String format, String version, UUID channel) {
        if (agreements.outbound(id(from), id(to), type).filter(agreed -> channel.equals(agreed.channel())).isEmpty()) {
            agreements.agree(new Agreement(Ids.next(), id(from), id(to), type, format, version, null, channel, false, from.gln, "14", to.gln, "14", "UNOC", false));
        }
    }

    private UUID id(Company company) {
        return organisations.byIdentifier(PartyIdentifier.GLN, company.gln).orElseThrow().id();
    }

    /** A mapping of what a system calls an order; the arguments are expressions of JSLT. */
    private static String order(Company buyer, Company supplier, String number, String article, String quantity, String price, String date) {
        return """
                {"type": "ORDER", "document": {"number": %s, "kind": "STANDARD", "function": "ORIGINAL", "issueDate": %s, "currency": "%s",
                  "parties": [{"role": "BUYER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}, {"role": "SUPPLIER", "identifiers": [{"scheme": "GLN", "value": "%s"}]}],
                  "lines": [{"lineNumber": "1", "item": {"gtin": %s}, "quantity": {"value": %s, "unit": "PCE"},
                    "price": {"amount": {"amount": %s, "currency": "%s"}, "basis": {"value": 1, "unit": "PCE"}}}]}}
                """.formatted(number, date, buyer.currency, buyer.gln, supplier.gln, article, quantity, price, buyer.currency);
    }

    @SafeVarargs
    private static Map<String, String> with(Map<String, String>... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map<String, String> each : settings) {
            all.putAll(each);
        }
        return all;
    }
}

package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.ElectronicAddresses;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblDeliveries;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlRefusals;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Order-X 1.0 (FNFE-MPE and FeRD): UN/CEFACT Cross Industry Order D20B, and {@link OrderDocument}. */
public final class OrderXMapping implements UblMapping<OrderDocument> {
    private static final Codes<Function> FUNCTIONS = Codes.of(Function.values(), Function::code);
    private static final Profile COMFORT = new Profile("urn:order-x.eu:1p0:comfort", "A1");
    /** UNCL 1001: order change, order response; they have the same root. */
    private static final Set<String> OTHERS = Set.of("230", "231");
    private static final List<PartyRole> AGREEING = List.of(PartyRole.SUPPLIER, PartyRole.BUYER, PartyRole.ORDERED_BY, PartyRole.INVOICEE);
    private static final Map<PartyRole, String> REQUIRED = Map.of(PartyRole.SUPPLIER, "SellerTradeParty", PartyRole.BUYER, "BuyerTradeParty");
    private static final String TRADE = "/SCRDMCCBDACIOMessageStructure/SupplyChainTradeTransaction/";
    private static final List<PartyRole> DELIVERING = List.of(PartyRole.SHIP_TO, PartyRole.SHIP_FROM);

    @Override
    public String name() {
        return "order-x";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public boolean reads(Row document) {
        String kind = document.text("kind");
        return kind == null || !OTHERS.contains(kind);
    }

    @Override
    public Optional<Profile> profile(OrderDocument order) {
        return Optional.of(COMFORT);
    }

    @Override
    public @Nullable OrderDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        if (number == null || row.date("issueDate") == null) {
            return null;
        }
        if (row.rows("lines").isEmpty()) { // a response, which has the same root, may be without
            report.add(MappingError.LINES_MISSING, row, null, null, "IncludedSupplyChainTradeLineItem");
        }
        String currency = UblValues.currency(row, report, "total");
        List<Party> parties = new ArrayList<>(UblParties.read(row));
        row.rows("deliveries").forEach(delivery -> parties.addAll(UblParties.read(delivery)));
        return new OrderDocument(
                number, UblOrderMapping.kind(row, report), function(row, report), row.date("issueDate"),
                UblDeliveries.requestedOfDocument(row), currency, List.copyOf(parties),
                UblOrderRows.references(row), row.text("paymentTerms"), row.text("note"), UblValues.money(row, "total", currency, report),
                UblOrderMapping.lines(row, currency, report));
    }

    private static Function function(Row row, MappingReport report) {
        String code = row.text("function");
        Function function = FUNCTIONS.find(code);
        if (function == null && code != null) {
            report.add(MappingError.CODE_ASSUMED, row, "function", code, Function.ORIGINAL.code());
        }
        return function == null ? Function.ORIGINAL : function;
    }

    @Override
    public void write(OrderDocument order, Row row, boolean peppol) {
        row.set("number", order.number()).set("issueDate", order.issueDate()).set("kind", order.kind().code());
        row.set("function", order.function().code()).set("note", order.note()).set("currency", order.currency());
        row.set("paymentTerms", order.paymentTerms());
        UblOrderRows.writeReferences(order.references(), row);
        AGREEING.forEach(role -> write(order, role, row));
        Row delivery = row.add("deliveries").set("to", order.requestedDelivery());
        DELIVERING.forEach(role -> write(order, role, delivery));
        for (Line line : order.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("note", line.note()).set("to", line.requestedDelivery());
            UblOrderRows.write(line.item(), line.quantity(), line.price(), amount(line), target);
        }
        total(order, row);
    }

    /** With one number of no scheme, and a country in every address. */
    private static void write(OrderDocument order, PartyRole role, Row row) {
        if (order.party(role).isEmpty() && REQUIRED.containsKey(role)) {
            throw XmlRefusals.missing(TRADE + "ApplicableHeaderTradeAgreement/" + REQUIRED.get(role));
        }
        order.party(role).ifPresent(party -> {
            UblParties.write(withOneLocalNumber(party), role, Extent.FULL, row);
            if (party.address() != null && party.address().country() == null) {
                row.rows("parties").getLast().set("country", UblParties.NO_COUNTRY);
            }
        });
    }

    private static Party withOneLocalNumber(Party party) {
        List<Identifier> numbers = new ArrayList<>();
        boolean taken = false;
        for (Identifier number : party.identifiers()) {
            boolean local = number.scheme() != Scheme.VAT && number.scheme() != Scheme.REGISTRATION && ElectronicAddresses.code(number) == null;
            if (!local || !taken) {
                numbers.add(number);
            }
            taken |= local;
        }
        return new Party(party.role(), numbers, party.name(), party.address(), party.contact());
    }

    /** Must be there, as the price must; where the order does not say it, what the price comes to. */
    private static Money amount(Line line) {
        if (line.price() == null) {
            throw XmlRefusals.missing(TRADE + "IncludedSupplyChainTradeLineItem/SpecifiedLineTradeAgreement/NetPriceProductTradePrice");
        }
        return line.amount() != null ? line.amount() : line.price().of(line.quantity());
    }

    /** The profiles want the sum of the lines beside the total. */
    private static void total(OrderDocument order, Row row) {
        Money sum = order.lines().stream().map(OrderXMapping::amount).reduce(Money.zero(order.currency()), Money::plus);
        UblValues.money(row, "lineTotal", sum);
        UblValues.money(row, "total", order.total() == null ? sum : order.total());
    }
}

package io.tradelane.server.demo;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The connections of the demo companies, and what goes over them: folder, HTTP and AS2 for buyers, folder for a supplier. */
@Component
class DemoConnections {
    private static final Set<Company> SUPPLIERS = Set.of(Company.HAINA, Company.BEICHEN, Company.JINGONG);
    private static final Set<Company> BUYERS = Set.of(Company.HUAXING, Company.BRIGHTLINE, Company.WESTFIELD);
    private static final Set<DocumentType> ACKNOWLEDGEMENTS =
            Set.of(DocumentType.SYNTAX_ACKNOWLEDGEMENT, DocumentType.APPLICATION_ACKNOWLEDGEMENT);
    private static final Set<DocumentType> TO_BUYER =
            Set.of(DocumentType.ORDER_RESPONSE, DocumentType.DESPATCH_ADVICE, DocumentType.INVOICE);
    private static final Set<DocumentType> TO_SUPPLIER = Set.of(DocumentType.ORDER, DocumentType.REMITTANCE_ADVICE);

    private final Channels channels;
    private final Agreements agreements;
    private final DemoKeys keys;

    DemoConnections(Channels channels, Agreements agreements, DemoKeys keys) {
        this.channels = channels;
        this.agreements = agreements;
        this.keys = keys;
    }

    record Door(String organisation, String door, String direction, String address) {}

    List<Door> create(Map<Company, UUID> ids, DemoAddresses addresses, Map<String, Object> secrets) {
        List<Door> doors = new ArrayList<>();
        UUID huaxing = folder(ids, Company.HUAXING, doors);
        UUID beichen = folder(ids, Company.BEICHEN, doors);
        UUID carrier = folder(ids, Company.CARRIER, doors);
        UUID brightline = http(ids, addresses, doors);
        UUID westfield = as2(ids, addresses, secrets, doors);
        http(ids, Company.BANK, addresses, doors);
        doors.add(new Door(Company.BANK.title, "soap", "INBOUND", addresses.portal() + "/services/BankConfirmation"));
        for (Company supplier : SUPPLIERS) {
            agree(ids, supplier, Company.HUAXING, TO_BUYER, "D96A", "EAN008", huaxing);
            agree(ids, supplier, Company.BRIGHTLINE, TO_BUYER, "D96A", "EAN008", brightline);
            agree(ids, supplier, Company.WESTFIELD, TO_BUYER, "D96A", "EAN008", westfield);
            agree(ids, supplier, Company.CARRIER, Set.of(DocumentType.TRANSPORT_INSTRUCTION), "D01B", null, carrier);
            agree(ids, supplier, Company.HUAXING, Set.of(DocumentType.QUOTATION), "D96A", null, huaxing);
            agree(ids, supplier, Company.BRIGHTLINE, Set.of(DocumentType.QUOTATION), "D96A", null, brightline);
        }
        for (Company buyer : BUYERS) {
            agree(ids, buyer, Company.BEICHEN, TO_SUPPLIER, "D01B", "EAN009", beichen);
            agree(ids, buyer, Company.BEICHEN, Set.of(DocumentType.REQUEST_FOR_QUOTATION), "D01B", null, beichen);
        }
        for (Company from : Company.values()) {
            agree(ids, from, Company.HUAXING, ACKNOWLEDGEMENTS, "D96A", null, huaxing);
            agree(ids, from, Company.BRIGHTLINE, ACKNOWLEDGEMENTS, "D96A", null, brightline);
            agree(ids, from, Company.WESTFIELD, ACKNOWLEDGEMENTS, "D96A", null, westfield);
            agree(ids, from, Company.BEICHEN, ACKNOWLEDGEMENTS, "D01B", null, beichen);
        }
        return doors;
    }

    private UUID folder(Map<Company, UUID> ids, Company company, List<Door> doors) {
        String in = company.key() + "/to-hub";
        String out = company.key() + "/from-hub";
        channel(ids, company, "folder", Direction.INBOUND, Map.of("directory", in, "pollMillis", "300", "stableMillis", "300"), in, doors);
        return channel(ids, company, "folder", Direction.OUTBOUND, Map.of("directory", out), out, doors);
    }

    private UUID http(Map<Company, UUID> ids, DemoAddresses addresses, List<Door> doors) {
        http(ids, Company.BRIGHTLINE, addresses, doors);
        return channel(ids, Company.BRIGHTLINE, "http", Direction.OUTBOUND, Map.of("url", addresses.brightlineErp()),
                addresses.brightlineErp(), doors);
    }

    private void http(Map<Company, UUID> ids, Company company, DemoAddresses addresses, List<Door> doors) {
        channel(ids, company, "http", Direction.INBOUND, Map.of(), addresses.portal() + "/api/v1/interchanges", doors);
    }

    private UUID as2(Map<Company, UUID> ids, DemoAddresses addresses, Map<String, Object> secrets, List<Door> doors) {
        secrets.put("westfieldKeys", keys.create(id(ids, Company.OPERATOR), id(ids, Company.WESTFIELD)));
        Map<String, String> names = Map.of("partnerName", DemoKeys.WESTFIELD, "hubName", DemoKeys.HUB);
        channel(ids, Company.WESTFIELD, "as2", Direction.INBOUND, names, addresses.portal() + "/as2", doors);
        Map<String, String> out = Map.of(
                "partnerName", DemoKeys.WESTFIELD, "hubName", DemoKeys.HUB, "url", addresses.westfieldAs2());
        return channel(ids, Company.WESTFIELD, "as2", Direction.OUTBOUND, out, addresses.westfieldAs2(), doors);
    }

    private UUID channel(
            Map<Company, UUID> ids, Company company, String door, Direction direction, Map<String, String> parameters, String address,
            List<Door> doors) {
        doors.add(new Door(company.title, door, direction.name(), address));
        return channels.create(new NewChannel(
                id(ids, company), company.title + " " + door + " " + direction.name().toLowerCase(java.util.Locale.ROOT), door, direction,
                parameters, Map.of(), true));
    }

    private static UUID id(Map<Company, UUID> ids, Company company) {
        return requireNonNull(ids.get(company));
    }

    private void agree(
            Map<Company, UUID> ids, Company from, Company to, Set<DocumentType> types, String directory, @Nullable String association,
            UUID channel) {
        if (from == to) {
            return;
        }
        for (DocumentType type : types) {
            boolean acknowledged = !ACKNOWLEDGEMENTS.contains(type);
            agreements.agree(new Agreement(
                    Ids.next(), id(ids, from), id(ids, to), type, "EDIFACT", directory, association, channel, acknowledged,
                    from.gln, "14", to.gln, "14", "UNOC", false));
        }
    }
}

package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Companies in cXML: the credentials of From and To (rows {@code from}, {@code to}) and addresses (rows {@code addresses}). */
public final class CxmlParties {
    private static final Codes<PartyRole> ROLES = Codes.of(PartyRole.values(), PartyRole::code);

    /** ISO 3166 leaves it to users: stands where an address names no country, which it has to. */
    private static final String NO_COUNTRY = "ZZ";

    private CxmlParties() {}

    /** @param from what the sender is in this document, @param to what the recipient is */
    public static List<Party> read(Row document, PartyRole from, PartyRole to) {
        List<Party> parties = new ArrayList<>();
        credentials(document.rows("from"), from).ifPresent(parties::add);
        credentials(document.rows("to"), to).ifPresent(parties::add);
        if (document.layout().hasRows("addresses")) {
            Map<PartyRole, Party> addressed = new LinkedHashMap<>();
            for (Row row : document.rows("addresses")) {
                PartyRole role = ROLES.find(row.text("role"));
                if (role != null) {
                    addressed.putIfAbsent(role, party(role, row));
                }
            }
            List<Identifier> known = parties.stream().flatMap(party -> party.identifiers().stream()).toList();
            addressed.values().stream().filter(party -> says(party, known)).forEach(parties::add);
        }
        return List.copyOf(parties);
    }

    /** BillTo, if it is only there because there has to be one, names nobody but whom a credential names. */
    private static boolean says(Party party, List<Identifier> known) {
        return party.role() != PartyRole.INVOICEE || party.name() != null || party.address() != null || party.contact() != null || !known.containsAll(party.identifiers());
    }

    private static Optional<Party> credentials(List<Row> rows, PartyRole role) {
        List<Identifier> identifiers = new ArrayList<>();
        for (Row row : rows) {
            String identity = row.text("identity");
            if (identity != null) {
                identifiers.add(identifier(row.text("domain"), identity));
            }
        }
        return identifiers.isEmpty() ? Optional.empty() : Optional.of(new Party(role, List.copyOf(identifiers), null, null, null));
    }

    /** The domain says who issued an identity. */
    public static Identifier identifier(@Nullable String domain, String identity) {
        return switch (domain == null ? "" : domain.toUpperCase(java.util.Locale.ROOT)) {
            case "DUNS" -> new Identifier(Scheme.DUNS, identity);
            case "GLN", "EANID", "EAN" -> new Identifier(Scheme.GLN, identity);
            case "VATID" -> new Identifier(Scheme.VAT, identity);
            default -> new Identifier(Scheme.OTHER, identity, domain == null || domain.isBlank() ? null : domain);
        };
    }

    public static String domain(Identifier identifier) {
        return switch (identifier.scheme()) {
            case DUNS -> "DUNS";
            case GLN -> "GLN";
            case VAT -> "VATID";
            default -> identifier.issuer() == null ? "NetworkID" : identifier.issuer();
        };
    }

    private static Party party(PartyRole role, Row row) {
        String id = row.text("id");
        List<Identifier> identifiers = id == null ? List.of()
                : List.of(row.text("idDomain") == null ? new Identifier(Scheme.BUYER_ASSIGNED, id) : identifier(row.text("idDomain"), id));
        String street = row.text("street");
        String country = NO_COUNTRY.equals(row.text("country")) ? null : row.text("country");
        boolean addressed = street != null || row.text("city") != null || row.text("postcode") != null || country != null;
        Address address = !addressed ? null
                : new Address(
                        street == null ? List.of() : Arrays.asList(street.split("\n")), row.text("city"), row.text("postcode"), row.text("region"),
                        country);
        return new Party(role, identifiers, row.text("name"), address, row.text("contact"));
    }

    public static void write(List<Party> parties, PartyRole from, PartyRole to, Row document) {
        for (Party party : parties) {
            if (party.role() == from) {
                writeCredentials(party, document, "from");
            } else if (party.role() == to) {
                writeCredentials(party, document, "to");
            }
        }
    }

    private static void writeCredentials(Party party, Row document, String rows) {
        party.identifiers().forEach(identifier ->
                document.add(rows).set("domain", domain(identifier)).set("identity", identifier.value()));
    }

    /** Those with one of these roles, as addresses. */
    public static void writeAddresses(List<Party> parties, List<PartyRole> roles, Row document) {
        for (Party party : parties) {
            if (roles.contains(party.role())) {
                writeAddress(party, party.role(), document);
            }
        }
    }

    /** Where there has to be one: that of the first of these that the document has, else one that names nobody. */
    public static void writeAddress(List<Party> parties, PartyRole as, List<PartyRole> roles, Row document) {
        Party party = roles.stream().flatMap(role -> parties.stream().filter(each -> each.role() == role)).findFirst()
                .orElse(new Party(as, List.of(), null, null, null));
        writeAddress(party, as, document);
    }

    private static void writeAddress(Party party, PartyRole as, Row document) {
        Row row = document.add("addresses").set("role", as.code());
        row.set("name", party.name() == null ? "" : party.name());
        party.identifiers().stream().findFirst().ifPresent(identifier -> {
            row.set("id", identifier.value());
            row.set("idDomain", identifier.scheme() == Scheme.BUYER_ASSIGNED ? null : domain(identifier));
        });
        Address address = party.address();
        if (address != null) {
            row.set("contact", party.contact()).set("street", String.join("\n", address.lines()));
            row.set("city", address.city() == null ? "" : address.city()).set("region", address.region()).set("postcode", address.postcode());
            row.set("country", address.country() == null ? NO_COUNTRY : address.country()).set("countryName", address.country());
        }
    }
}

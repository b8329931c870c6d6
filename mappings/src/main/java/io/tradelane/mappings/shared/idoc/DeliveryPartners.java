package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.CheckDigit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** E1ADRM1 of a delivery, E1ADRM4 of a shipment, with further numbers in E1ADRE1 and E1ADRE4 by the code of their scheme. */
public final class DeliveryPartners {
    private static final String[] LINES = {"STREET1", "STREET2", "STREET3"};
    private static final int WIDTH = 40;

    private DeliveryPartners() {}

    /** @param type E1ADRM1 @param more E1ADRE1 */
    public static List<Party> read(IdocSegment above, String type, String more) {
        List<Party> parties = new ArrayList<>();
        for (IdocSegment segment : above.children(type)) {
            PartyRole role = Roles.of(segment.value("PARTNER_Q"));
            Party party = role == null || parties.stream().anyMatch(known -> known.role() == role) ? null : party(segment, role, more);
            if (party != null) {
                parties.add(party);
            }
        }
        return List.copyOf(parties);
    }

    /** {@code null} for one of whom nothing is said. */
    public static @Nullable Party party(IdocSegment segment, PartyRole role, @Nullable String more) {
        List<Identifier> identifiers = new ArrayList<>();
        String own = segment.key("PARTNER_ID");
        if (own != null) {
            identifiers.add(new Identifier(CheckDigit.isGln(own) ? Scheme.GLN : Scheme.SUPPLIER_ASSIGNED, own));
        }
        for (IdocSegment further : more == null ? List.<IdocSegment>of() : segment.children(more)) {
            for (Scheme scheme : Scheme.values()) {
                if (scheme.code().equals(further.value("EXTEND_Q")) && further.has("EXTEND_D")) {
                    identifiers.add(new Identifier(scheme, further.value("EXTEND_D")));
                }
            }
        }
        String name = Partners.joined(segment);
        Address address = address(segment);
        return identifiers.isEmpty() && name == null && address == null ? null
                : new Party(role, List.copyOf(identifiers), name, address, segment.text("NAME_CO"));
    }

    private static @Nullable Address address(IdocSegment segment) {
        List<String> lines = new ArrayList<>();
        for (String field : LINES) {
            if (segment.has(field)) {
                lines.add(segment.value(field));
            }
        }
        Address address = new Address(
                List.copyOf(lines), segment.text("CITY1"), segment.text("POSTL_COD1"), segment.text("REGION"), segment.text("COUNTRY1"));
        boolean none = address.city() == null && address.postcode() == null && address.region() == null && address.country() == null;
        return lines.isEmpty() && none ? null : address;
    }

    public static void write(List<Party> parties, IdocSegment above, String type, String more) {
        for (Party party : parties) {
            String code = Roles.code(party.role());
            if (code != null) {
                write(party, above.append(type).set("PARTNER_Q", code), more);
            }
        }
    }

    /** The GLN, or else the first of its numbers, as its own. */
    public static void write(Party party, IdocSegment segment, @Nullable String more) {
        Identifier own = party.identifiers().stream().filter(id -> id.scheme() == Scheme.GLN || id.scheme() == Scheme.SUPPLIER_ASSIGNED).findFirst()
                .orElse(null);
        for (Identifier identifier : party.identifiers()) {
            if (identifier.equals(own)) {
                segment.set("PARTNER_ID", identifier.value());
            } else if (more != null) {
                segment.append(more).set("EXTEND_Q", identifier.scheme().code()).set("EXTEND_D", identifier.value());
            }
        }
        Partners.split(party.name(), segment, WIDTH);
        segment.set("NAME_CO", party.contact());
        Address address = party.address();
        if (address == null) {
            return;
        }
        for (int i = 0; i < address.lines().size(); i++) {
            if (i == LINES.length) {
                throw new IdocUnwritable(segment.name(), LINES[0], address.lines().get(i), LINES.length + " lines");
            }
            segment.set(LINES[i], address.lines().get(i));
        }
        segment.set("CITY1", address.city()).set("POSTL_COD1", address.postcode()).set("REGION", address.region()).set("COUNTRY1", address.country());
    }
}

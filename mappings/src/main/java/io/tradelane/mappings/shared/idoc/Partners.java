package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.Idoc;
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

/**
 * E1EDKA1. PARTN is the number that the sender gives, LIFNR the one that the other side gives, ILNNR a GLN; the VAT numbers of both
 * stand in E1EDK01.
 */
public final class Partners {
    private static final String SEGMENT = "E1EDKA1";
    private static final String[] NAMES = {"NAME1", "NAME2", "NAME3", "NAME4"};
    private static final String[] LINES = {"STRAS", "STRS2", "ORT02"};

    private Partners() {}

    /** @param byBuyer whether the buyer sends the document, else the supplier */
    public static List<Party> read(Idoc idoc, IdocSegment header, boolean byBuyer) {
        List<Party> parties = new ArrayList<>();
        for (IdocSegment segment : idoc.segments(SEGMENT)) {
            PartyRole role = Roles.of(segment.value("PARVW"));
            if (role != null && parties.stream().noneMatch(party -> party.role() == role)) {
                add(segment, role, vat(role, header, byBuyer), byBuyer, parties);
            }
        }
        // An invoice of SD has no LF: who presents it, or the company code, is the supplier.
        for (String instead : new String[] {"RS", "BK"}) {
            IdocSegment segment = idoc.segment(SEGMENT, "PARVW", instead);
            if (!byBuyer && segment != null && parties.stream().noneMatch(party -> party.role() == PartyRole.SUPPLIER)) {
                add(segment, PartyRole.SUPPLIER, vat(PartyRole.SUPPLIER, header, false), false, parties);
            }
        }
        return List.copyOf(parties);
    }

    private static @Nullable String vat(PartyRole role, IdocSegment header, boolean byBuyer) {
        return switch (role) {
            case BUYER -> header.text(byBuyer ? "EIGENUINR" : "KUNDEUINR");
            case SUPPLIER -> header.text(byBuyer ? "KUNDEUINR" : "EIGENUINR");
            default -> null;
        };
    }

    private static void add(IdocSegment segment, PartyRole role, @Nullable String vat, boolean byBuyer, List<Party> parties) {
        List<Identifier> identifiers = new ArrayList<>();
        String gln = segment.text("ILNNR");
        if (gln != null) {
            identifiers.add(new Identifier(Scheme.GLN, gln));
        }
        identifier(segment.key("PARTN"), byBuyer ? Scheme.BUYER_ASSIGNED : Scheme.SUPPLIER_ASSIGNED, identifiers);
        identifier(segment.key("LIFNR"), byBuyer ? Scheme.SUPPLIER_ASSIGNED : Scheme.BUYER_ASSIGNED, identifiers);
        for (IdocSegment more : segment.children("E1EDKA3")) {
            if (more.value("QUALP").equals("001") && more.text("STDPN") != null) {
                identifiers.add(new Identifier(Scheme.DUNS, more.value("STDPN")));
            }
        }
        if (vat != null) {
            identifiers.add(new Identifier(Scheme.VAT, vat));
        }
        String name = joined(segment);
        Address address = address(segment);
        if (!identifiers.isEmpty() || name != null || address != null) {
            parties.add(new Party(role, List.copyOf(identifiers), name, address, segment.text("BNAME")));
        }
    }

    private static void identifier(@Nullable String value, Scheme scheme, List<Identifier> identifiers) {
        if (value != null) {
            boolean gln = CheckDigit.isGln(value);
            if (!gln || identifiers.isEmpty()) {
                identifiers.add(new Identifier(gln ? Scheme.GLN : scheme, value));
            }
        }
    }

    /** The names of a segment that calls them NAME1 to NAME4. */
    public static @Nullable String joined(IdocSegment segment) {
        StringBuilder name = new StringBuilder();
        for (String field : NAMES) {
            if (segment.has(field)) {
                name.append(name.isEmpty() ? "" : " ").append(segment.value(field));
            }
        }
        return name.isEmpty() ? null : name.toString();
    }

    /** Over as many of the four fields as it takes, between words. */
    public static void split(@Nullable String name, IdocSegment segment, int width) {
        String rest = name == null ? "" : name.strip();
        for (int i = 0; !rest.isEmpty(); i++) {
            int end = rest.length() <= width ? rest.length() : rest.lastIndexOf(' ', width);
            if (i == NAMES.length || end <= 0) {
                throw new IdocUnwritable(segment.name(), "NAME1", rest, NAMES.length + " * " + width);
            }
            segment.set(NAMES[i], rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
    }

    /** Of a segment that has STRAS, ORT01, PSTLZ, REGIO and LAND1. */
    public static @Nullable Address address(IdocSegment segment) {
        List<String> lines = new ArrayList<>();
        for (String field : LINES) {
            if (segment.has(field)) {
                lines.add(segment.value(field));
            }
        }
        String country = segment.text("LAND1");
        Address address = new Address(List.copyOf(lines), segment.text("ORT01"), segment.text("PSTLZ"), segment.text("REGIO"), country);
        return lines.isEmpty() && address.city() == null && address.postcode() == null && address.region() == null && country == null ? null : address;
    }

    public static void write(@Nullable Address address, IdocSegment segment, String... lines) {
        if (address == null) {
            return;
        }
        for (int i = 0; i < address.lines().size(); i++) {
            if (i == lines.length) {
                throw new IdocUnwritable(segment.name(), lines[0], address.lines().get(i), lines.length + " lines");
            }
            segment.set(lines[i], address.lines().get(i));
        }
        segment.set("ORT01", address.city()).set("PSTLZ", address.postcode()).set("REGIO", address.region()).set("LAND1", address.country());
    }

    /** @param header its VAT fields are filled in */
    public static void write(List<Party> parties, IdocSegment root, IdocSegment header, boolean byBuyer) {
        Scheme own = byBuyer ? Scheme.BUYER_ASSIGNED : Scheme.SUPPLIER_ASSIGNED;
        Scheme other = byBuyer ? Scheme.SUPPLIER_ASSIGNED : Scheme.BUYER_ASSIGNED;
        for (Party party : parties) {
            String code = Roles.code(party.role());
            if (code == null) {
                continue;
            }
            IdocSegment segment = root.append(SEGMENT).set("PARVW", code);
            segment.set("ILNNR", party.identifier(Scheme.GLN).orElse(null)).set("PARTN", party.identifier(own).orElse(null))
                    .set("LIFNR", party.identifier(other).orElse(null)).set("BNAME", party.contact());
            split(party.name(), segment, 35);
            write(party.address(), segment, LINES);
            party.identifier(Scheme.VAT).ifPresent(vat -> {
                if (party.role() == PartyRole.BUYER || party.role() == PartyRole.SUPPLIER) {
                    header.set(byBuyer == (party.role() == PartyRole.BUYER) ? "EIGENUINR" : "KUNDEUINR", vat);
                }
            });
        }
    }
}

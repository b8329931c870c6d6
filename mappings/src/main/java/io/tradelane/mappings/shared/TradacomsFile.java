package io.tradelane.mappings.shared;

import io.tradelane.mappings.syntax.tradacoms.TradacomsMessage;
import io.tradelane.mappings.syntax.tradacoms.TradacomsSegment;
import io.tradelane.mappings.syntax.tradacoms.TradacomsValues;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TRADACOMS file says once for all its messages, in ORDHDR or INVFIL, and the parts that its segments share.
 *
 * @param supplier SDT
 * @param customer CDT
 * @param date FIL: day the file was made
 */
public record TradacomsFile(@Nullable Party supplier, @Nullable Party customer, @Nullable LocalDate date) {
    /** The standard knows no other currency. */
    public static final String CURRENCY = "GBP";
    /** Its units are pieces unless a measure is given. */
    public static final String PIECE = "PCE";
    public static final TradacomsFile NONE = new TradacomsFile(null, null, null);

    public static TradacomsFile of(TradacomsMessage header) {
        return new TradacomsFile(
                header.segment("SDT").map(sdt -> party(sdt, PartyRole.SUPPLIER, Scheme.BUYER_ASSIGNED, null)).orElse(null),
                header.segment("CDT").map(cdt -> party(cdt, PartyRole.BUYER, Scheme.SUPPLIER_ASSIGNED, null)).orElse(null),
                header.segment("FIL").map(fil -> TradacomsValues.day(fil, 3, 1)).orElse(null));
    }

    /** Supplier, customer and the location of the message (CLO). */
    public List<Party> parties(TradacomsMessage message) {
        List<Party> parties = new ArrayList<>();
        if (customer != null) {
            parties.add(customer);
        }
        if (supplier != null) {
            parties.add(supplier);
        }
        message.segment("CLO").map(clo -> party(clo, PartyRole.SHIP_TO, Scheme.BUYER_ASSIGNED, Scheme.SUPPLIER_ASSIGNED)).ifPresent(parties::add);
        return List.copyOf(parties);
    }

    /** Codes, name, four lines of address and a postcode; VAT number in SDT and CDT. */
    private static Party party(TradacomsSegment segment, PartyRole role, Scheme second, @Nullable Scheme third) {
        List<Identifier> identifiers = new ArrayList<>();
        identifier(identifiers, Scheme.GLN, segment.text(1, 1));
        identifier(identifiers, second, segment.text(1, 2));
        if (third == null) {
            String vat = segment.text(4, 1);
            identifier(identifiers, Scheme.VAT, vat == null ? segment.text(4, 2) : vat);
        } else {
            identifier(identifiers, third, segment.text(1, 3));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            if (segment.text(3, i) != null) {
                lines.add(segment.value(3, i));
            }
        }
        String postcode = segment.text(3, 5);
        Address address = lines.isEmpty() && postcode == null ? null : new Address(List.copyOf(lines), null, postcode, null, null);
        return new Party(role, List.copyOf(identifiers), segment.text(2, 1), address, null);
    }

    private static void identifier(List<Identifier> identifiers, Scheme scheme, @Nullable String value) {
        if (value != null) {
            identifiers.add(new Identifier(scheme, value));
        }
    }

    /**
     * Whether the traded unit has a code of its own; then the line is about it, else about the consumer units in it.
     *
     * @param first element of the supplier's product code (SPRO); the traded unit's (SACU) and the customer's (CPRO) follow
     */
    public static boolean tradedUnit(TradacomsSegment line, int first) {
        return line.text(first + 1, 1) != null || line.text(first + 1, 2) != null || line.text(first, 3) != null;
    }

    public static Item item(TradacomsSegment line, int first, @Nullable String description) {
        String itf = line.text(first, 3);
        String unit = line.text(first + 1, 1) == null ? itf : line.text(first + 1, 1);
        String gtin = unit == null ? line.text(first, 1) : unit;
        String supplier = line.text(first + 1, 2) == null ? line.text(first, 2) : line.text(first + 1, 2);
        String buyer = line.text(first + 2, 2) == null ? line.text(first + 2, 1) : line.text(first + 2, 2);
        return new Item(gtin, buyer, supplier, description);
    }
}

package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.tradacoms.TradacomsError;
import io.tradelane.mappings.syntax.tradacoms.TradacomsWriter;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as TRADACOMS writes them; what does not fit is refused, never cut or rounded. */
public final class TradacomsOutput {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int LINE = 40;

    private TradacomsOutput() {}

    public static String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    public static String text(String segment, @Nullable String value, int most) {
        String text = value == null ? "" : value;
        if (text.length() > most) {
            throw refused(segment, text, "x(" + most + ")");
        }
        return text;
    }

    /** Components of 40, broken between words. */
    public static String[] lines(String segment, @Nullable String value, int most) {
        String[] lines = new String[most];
        String rest = value == null ? "" : value.strip();
        for (int i = 0; !rest.isEmpty(); i++) {
            int end = rest.length() <= LINE ? rest.length() : rest.lastIndexOf(' ', LINE);
            if (i == most || end <= 0) {
                throw refused(segment, rest, most + " * x(" + LINE + ")");
            }
            lines[i] = rest.substring(0, end);
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** Without its point. */
    public static String number(String segment, @Nullable BigDecimal value, int decimals) {
        if (value == null) {
            return "";
        }
        try {
            return value.movePointRight(decimals).setScale(0).toPlainString();
        } catch (ArithmeticException tooFine) {
            throw refused(segment, value.toPlainString(), "V9(" + decimals + ")");
        }
    }

    /** An amount with R for one that takes back. */
    public static String[] amount(String segment, @Nullable Money money, int decimals) {
        if (money == null) {
            return new String[] {""};
        }
        if (!money.currency().equals(TradacomsFile.CURRENCY)) {
            throw refused(segment, money.toString(), TradacomsFile.CURRENCY);
        }
        String number = number(segment, money.amount().abs(), decimals);
        return money.amount().signum() < 0 ? new String[] {number, "R"} : new String[] {number};
    }

    /** SPRO, SACU and CPRO: a GTIN of 14 digits is a traded unit's. */
    public static String[][] item(Item item) {
        String gtin = item.gtin() == null ? "" : item.gtin();
        boolean traded = gtin.length() == 14;
        String supplier = text("OLD", item.supplierArticle(), 30);
        return new String[][] {
            traded ? new String[] {""} : new String[] {gtin, supplier}, traded ? new String[] {gtin, supplier} : new String[] {""},
            {"", text("OLD", item.buyerArticle(), 30)}
        };
    }

    /** A file's header message up to FIL. */
    public static void header(TradacomsWriter out, String message, String transaction, String title, List<Party> parties, LocalDate date) {
        out.message(message, 9);
        out.segment("TYP", transaction, title);
        party(out, "SDT", find(parties, PartyRole.SUPPLIER), Scheme.BUYER_ASSIGNED, null);
        party(out, "CDT", find(parties, PartyRole.BUYER), Scheme.SUPPLIER_ASSIGNED, null);
        out.segment("FIL", "1", "1", day(date));
    }

    public static void location(TradacomsWriter out, List<Party> parties) {
        party(out, "CLO", find(parties, PartyRole.SHIP_TO), Scheme.BUYER_ASSIGNED, Scheme.SUPPLIER_ASSIGNED);
    }

    private static @Nullable Party find(List<Party> parties, PartyRole role) {
        return parties.stream().filter(party -> party.role() == role).findFirst().orElse(null);
    }

    private static void party(TradacomsWriter out, String tag, @Nullable Party party, Scheme second, @Nullable Scheme third) {
        if (party == null) {
            out.segment(tag, "");
            return;
        }
        Address address = party.address();
        String[] lines = new String[5];
        for (int i = 0; address != null && i < address.lines().size(); i++) {
            if (i == 4) {
                throw refused(tag, address.lines().get(4), "4 * x(35)");
            }
            lines[i] = text(tag, address.lines().get(i), 35);
        }
        if (address != null && address.city() != null) {
            int free = address.lines().size();
            if (free > 3) {
                throw refused(tag, address.city(), "4 * x(35)");
            }
            lines[free] = text(tag, address.city(), 35);
        }
        lines[4] = address == null ? "" : text(tag, address.postcode(), 8);
        String[] codes = {
            text(tag, party.identifier(Scheme.GLN).orElse(""), 14), text(tag, party.identifier(second).orElse(""), 17),
            third == null ? "" : text(tag, party.identifier(third).orElse(""), 17)
        };
        String vat = third == null ? text(tag, party.identifier(Scheme.VAT).orElse(""), 17) : "";
        boolean digits = !vat.isEmpty() && vat.length() <= 15 && vat.chars().allMatch(Character::isDigit);
        out.segment(tag, codes, text(tag, party.name(), 40), lines, digits ? new String[] {vat} : new String[] {"", vat});
    }

    public static UnwritableException refused(String segment, String value, String expected) {
        TradacomsError code = TradacomsError.VALUE_NOT_EXPRESSIBLE;
        return new UnwritableException(List.of(Finding.of(code, new Position(0, 0, 0, segment, 0, 0, 0), value, expected)));
    }
}

package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amounts, quantities and days of an IDoc. */
public final class Values {
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final String currency;

    private Values(String currency) {
        this.currency = currency;
    }

    /** By CURCY of the header, or the currency of a sum. */
    public static Values of(Idoc idoc, IdocSegment header) {
        IdocSegment place = header;
        String field = "CURCY";
        for (IdocSegment sum : idoc.segments("E1EDS01")) {
            if (!header.has("CURCY") && sum.has("WAERQ")) {
                place = sum;
                field = "WAERQ";
            }
        }
        for (IdocSegment item : idoc.segments("E1EDP01")) {
            if (!place.has(field) && item.has("CURCY")) {
                place = item;
                field = "CURCY";
            }
        }
        String told = place.text(field);
        if (told == null) {
            idoc.report().add(MappingError.CURRENCY_MISSING, header, "CURCY", null, "EUR");
            return new Values(Amounts.NO_CURRENCY);
        }
        if (!CURRENCIES.contains(told)) {
            idoc.report().add(MappingError.CURRENCY_UNKNOWN, place, field, told, null);
            return new Values(Amounts.NO_CURRENCY);
        }
        return new Values(told);
    }

    public String currency() {
        return currency;
    }

    /** {@code null} when none was named. */
    public @Nullable String stated() {
        return currency.equals(Amounts.NO_CURRENCY) ? null : currency;
    }

    /** What a document says that was given none is not written. */
    public static @Nullable String written(@Nullable String currency) {
        return Amounts.NO_CURRENCY.equals(currency) ? null : currency;
    }

    public @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount, currency);
    }

    /** SUMME of E1EDS01 with this SUMID. */
    public @Nullable Money sum(Idoc idoc, String id) {
        IdocSegment sum = idoc.segment("E1EDS01", "SUMID", id);
        return sum == null ? null : money(sum.number("SUMME"));
    }

    public static void sum(IdocSegment root, String id, @Nullable Money money) {
        if (money != null) {
            root.append("E1EDS01").set("SUMID", id).set("SUMME", money.amount()).set("WAERQ", written(money.currency()));
        }
    }

    /** {@code null} when the field is not there. */
    public static @Nullable Quantity quantity(IdocSegment segment, String value, String unit) {
        BigDecimal number = segment.number(value);
        return number == null ? null : new Quantity(number, Units.rec20(segment.text(unit)));
    }

    public static void write(@Nullable Quantity quantity, IdocSegment segment, String value, String unit) {
        if (quantity != null) {
            segment.set(value, quantity.value()).set(unit, quantity.unit());
        }
    }

    /** VPREI for PEINH of PMENE, which is the unit of the order where it is not said. */
    public @Nullable Price price(IdocSegment item, @Nullable Quantity quantity) {
        Money amount = money(item.number("VPREI"));
        if (amount == null) {
            return null;
        }
        BigDecimal basis = item.number("PEINH");
        String told = item.text("PMENE");
        String unit = told != null || quantity == null ? Units.rec20(told) : quantity.unit();
        return new Price(amount, new Quantity(basis == null || basis.signum() == 0 ? BigDecimal.ONE : basis, unit));
    }

    public static void write(@Nullable Price price, IdocSegment item) {
        if (price != null) {
            item.set("VPREI", price.amount().amount()).set("PEINH", price.basis().value()).set("PMENE", price.basis().unit());
        }
    }

    /** DATUM of the first of these qualifiers that is there. */
    public static @Nullable LocalDate date(List<IdocSegment> segments, String... qualifiers) {
        for (String qualifier : qualifiers) {
            for (IdocSegment segment : segments) {
                if (segment.value("IDDAT").equals(qualifier) && segment.date("DATUM") != null) {
                    return segment.date("DATUM");
                }
            }
        }
        return null;
    }

    public static void date(IdocSegment above, String type, String qualifier, @Nullable LocalDate date) {
        if (date != null) {
            above.append(type).set("IDDAT", qualifier).set("DATUM", date);
        }
    }

    /** The document's own, else the day it was sent with a word about it. */
    public static LocalDate issueDate(@Nullable LocalDate own, Idoc idoc, IdocSegment header) {
        if (own != null) {
            return own;
        }
        LocalDate made = idoc.control().date("CREDAT");
        idoc.report().add(MappingError.ISSUE_DATE_MISSING, header, null, null, "E1EDK03 012");
        return made == null ? idoc.report().received() : made;
    }

    /** The day on which the IDoc was made; where the control record has none, that on which it came in, with a word about it. */
    public static LocalDate sent(Idoc idoc) {
        LocalDate made = idoc.control().date("CREDAT");
        if (made == null) {
            idoc.report().add(MappingError.ISSUE_DATE_MISSING, idoc.control(), "CREDAT", null, "EDI_DC40 CREDAT");
        }
        return made == null ? idoc.report().received() : made;
    }

    /** Where a document has no number of its own, that of the IDoc with a remark; {@code null} when there is neither. */
    public static @Nullable String number(@Nullable String own, Idoc idoc, IdocSegment header, String field) {
        if (own != null) {
            return own;
        }
        String number = idoc.number();
        MappingError code = number.isEmpty() ? MappingError.NUMBER_MISSING : MappingError.NUMBER_ASSUMED;
        idoc.report().add(code, header, field, number.isEmpty() ? null : number, header.name() + "/" + field);
        return number.isEmpty() ? null : number;
    }

    /** {@code null} when the day is not there; at its start when only the time is not. */
    public static @Nullable LocalDateTime time(IdocSegment segment, String day, String time) {
        LocalDate date = segment.date(day);
        LocalTime clock = IdocValues.time(segment.value(time));
        return date == null ? null : date.atTime(clock == null ? LocalTime.MIDNIGHT : clock);
    }
}

package io.tradelane.portal.frame;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How numbers, amounts and times are written on pages, in templates {@code #fmt}. The same in both languages but for words. */
@Component("fmt")
public class Formats implements Vocabulary {
    private static final String NOTHING = "–";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss (xxx)");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int PRICE_DIGITS = 6;
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?) ([A-Z0-9]{2,3})");
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    Formats(MessageSource messages, Clock clock, @Value("${tradelane.portal.zone}") String zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** {@code ¥203,919.80}, {@code EUR 203,919.80}. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return NOTHING;
        }
        int digits = CurrencyCode.decimals(money.currency());
        return sign(money.amount()) + symbol(money.currency()) + grouped(money.amount().abs(), digits, digits);
    }

    /** A price with as many decimals as it needs, and its basis when that is not one piece: {@code ¥12.50 / 100}. */
    public String price(@Nullable Price price) {
        if (price == null) {
            return NOTHING;
        }
        Money amount = price.amount();
        String text = sign(amount.amount()) + symbol(amount.currency()) + grouped(amount.amount().abs(), 2, PRICE_DIGITS);
        return price.basis().value().compareTo(BigDecimal.ONE) == 0 ? text : text + " / " + number(price.basis().value());
    }

    /** {@code 1,500}, {@code 2.5}. */
    public String number(@Nullable Number value) {
        if (value == null) {
            return NOTHING;
        }
        BigDecimal decimal = value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        return sign(decimal) + grouped(decimal.abs(), 0, PRICE_DIGITS);
    }

    /** For an input field: no grouping, no trailing zeros. */
    public String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A value as the engine writes it into a text, {@code 37.50 CNY}, {@code 390 PCE} or a moment in UTC, as people read it; anything else as it is. */
    public String value(String value) {
        if (MOMENT.matcher(value).matches()) {
            return time(OffsetDateTime.parse(value).toInstant());
        }
        Matcher matcher = AMOUNT.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2);
        return CurrencyCode.isKnown(unit) ? money(new Money(number, unit)) : number(number) + " " + unit(unit);
    }

    /** The word for a UN/ECE Recommendation 20 unit, or the code itself. */
    public String unit(String code) {
        return String.valueOf(messages.getMessage("unit." + code, null, code, locale()));
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.toString();
    }

    public String time(@Nullable Instant at) {
        return at == null ? NOTHING : MINUTES.format(at.atZone(zone));
    }

    public String seconds(@Nullable Instant at) {
        return at == null ? NOTHING : SECONDS.format(at.atZone(zone));
    }

    public String shortTime(@Nullable Instant at) {
        return at == null ? NOTHING : SHORT.format(at.atZone(zone));
    }

    /** With the offset, for a tooltip. */
    public String full(@Nullable Instant at) {
        return at == null ? NOTHING : FULL.format(at.atZone(zone));
    }

    /** For {@code <time datetime>}. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : ISO.format(at.atZone(zone));
    }

    /** {@code 2 min ago}; from a week on the date. */
    public String ago(@Nullable Instant at) {
        if (at == null) {
            return NOTHING;
        }
        Duration passed = Duration.between(at, clock.instant());
        if (passed.toMinutes() < 1) {
            return text("time.now");
        }
        if (passed.toHours() < 1) {
            return text("time.minutes", passed.toMinutes());
        }
        if (passed.toDays() < 1) {
            return text("time.hours", passed.toHours());
        }
        return passed.toDays() < 7 ? text("time.days", passed.toDays()) : at.atZone(zone).toLocalDate().toString();
    }

    /** {@code 3.2 KB}. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? grouped(BigDecimal.valueOf(bytes / 1024.0), 1, 1) + " KB"
                : grouped(BigDecimal.valueOf(bytes / 1024.0 / 1024.0), 1, 1) + " MB";
    }

    /** Of what people type and read. */
    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static String sign(BigDecimal value) {
        return value.signum() < 0 ? "−" : "";
    }

    private static String symbol(String currency) {
        return currency.equals("CNY") ? "¥" : currency + " ";
    }

    private static String grouped(BigDecimal value, int leastDigits, int mostDigits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(leastDigits);
        format.setMaximumFractionDigits(mostDigits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}

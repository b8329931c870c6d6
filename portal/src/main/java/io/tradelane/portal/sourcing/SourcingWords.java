package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RfqSummary;
import io.tradelane.trading.sourcing.RfqView;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How requests and quotations are told, in templates {@code #sourcingWords}. */
@Component("sourcingWords")
class SourcingWords implements Vocabulary {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Words words;
    private final Formats formats;

    SourcingWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    static String name(Item item) {
        return Stream.of(item.description(), item.buyerArticle(), item.supplierArticle(), item.gtin()).filter(Objects::nonNull).findFirst().orElse("–");
    }

    public String item(Item item) {
        return name(item);
    }

    public String numbers(Item item) {
        return Stream.of(item.supplierArticle(), item.buyerArticle(), item.gtin()).filter(Objects::nonNull).distinct().collect(Collectors.joining(" · "));
    }

    /** {@code 2026-12-04 18:00 (Asia/Shanghai)}: the reader need not know where the buyer's clock stands. */
    public String deadline(RfqView rfq) {
        return words.text("rfq.deadline.value", MOMENT.format(rfq.deadline()), rfq.deadlineZone());
    }

    public String moment(OffsetDateTime moment) {
        return formats.time(moment.toInstant());
    }

    public String partner(RfqSummary rfq, Caller caller) {
        return caller.isSelf(rfq.buyer().id()) ? words.text("rfqs.invited", rfq.quoted(), rfq.invited()) : words.name(rfq.buyer());
    }

    /** What a version costs more or less than the one before it: {@code −5.00 %}; empty where they cannot be compared. */
    public String delta(QuoteView quote, QuoteView.Version version) {
        QuoteView.Version before = version.n() < 2 ? null : quote.versions().get(version.n() - 2);
        if (before == null || !before.currency().equals(version.currency()) || before.total().isZero()) {
            return "";
        }
        Money difference = version.total().minus(before.total());
        String sign = difference.amount().signum() > 0 ? "+" : difference.amount().signum() < 0 ? "\u2212" : "\u00b1";
        return sign + formats.money(difference.amount().signum() < 0 ? difference.negate() : difference);
    }

    /** The price of the same tier in the version before, if it was another. */
    public @Nullable String priceBefore(QuoteView quote, QuoteView.Line line) {
        if (quote.versions().size() < 2) {
            return null;
        }
        QuoteView.Version before = quote.versions().get(quote.versions().size() - 2);
        return before.lines().stream()
                .filter(old -> old.lineNumber().equals(line.lineNumber()) && old.price() != null && line.price() != null)
                .filter(old -> Objects.equals(old.minimumOrder(), line.minimumOrder()))
                .filter(old -> old.price().perUnit().compareTo(line.price().perUnit()) != 0)
                .findFirst()
                .map(old -> formats.price(old.price()))
                .orElse(null);
    }

    public String other(QuoteView quote, Caller caller) {
        return words.name(caller.isSelf(quote.buyer().id()) ? quote.supplier() : quote.buyer());
    }
}

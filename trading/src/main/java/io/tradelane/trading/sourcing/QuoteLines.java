package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.Submission.Wrong.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of an offer as rows, each with the line of the request that it answers. */
final class QuoteLines {

    /** What the tables hold before the decimal point: numeric(18,6). */
    private static final BigDecimal BOUND = BigDecimal.TEN.pow(12);

    private QuoteLines() {}

    static boolean tooLarge(BigDecimal number) {
        return number.abs().compareTo(BOUND) >= 0;
    }

    sealed interface Read {
        record Understood(List<QuoteLineRow> lines) implements Read {}

        record Unfit(Submission why) implements Read {}
    }

    /** What is wrong with the offer as such. */
    static List<Fault> faults(QuotationDocument document, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (!CurrencyCode.isKnown(document.currency())) {
            faults.add(new Fault(Refusal.UNKNOWN_CURRENCY, "currency", "currency", null, document.currency()));
        }
        if (document.lines().stream().allMatch(line -> line.price() == null)) {
            faults.add(new Fault(Refusal.NOTHING_OFFERED, "lines", "nothing-offered", null));
        }
        if (document.validTo() != null && document.validTo().isBefore(today)) {
            faults.add(new Fault(Refusal.VALIDITY_ENDED, "validTo", "in-the-past", null, document.validTo()));
        }
        for (int i = 0; i < document.lines().size(); i++) {
            QuotationDocument.Line line = document.lines().get(i);
            sizes(line, "lines[" + i + "].", faults);
            if (line.price() != null && line.quantity().value().signum() <= 0) {
                faults.add(new Fault(Refusal.QUANTITY_NOT_POSITIVE, "lines[" + i + "].quantity", "not-positive", line.lineNumber()));
            }
            if (line.price() != null && !line.price().amount().currency().equals(document.currency())) {
                faults.add(new Fault(Refusal.CURRENCY_DIFFERS, "lines[" + i + "].price", "currency", line.lineNumber(), line.price().amount().currency()));
            }
        }
        return faults;
    }

    private static void sizes(QuotationDocument.Line line, String field, List<Fault> faults) {
        BigDecimal price = line.price() == null ? BigDecimal.ZERO : line.price().amount().amount();
        BigDecimal minimum = line.minimumOrder() == null ? BigDecimal.ZERO : line.minimumOrder().value();
        if (price.signum() < 0) {
            faults.add(new Fault(Refusal.PRICE_NEGATIVE, field + "price", "negative", line.lineNumber()));
        }
        if (minimum.signum() < 0) {
            faults.add(new Fault(Refusal.QUANTITY_NOT_POSITIVE, field + "minimumOrder", "negative", line.lineNumber()));
        }
        if (tooLarge(price) || tooLarge(minimum) || tooLarge(line.quantity().value())) {
            faults.add(new Fault(Refusal.NUMBER_TOO_LARGE, field + (tooLarge(price) ? "price" : "quantity"), "too-large", line.lineNumber()));
        }
    }

    /** @param asked the lines of the request; empty for an offer nobody asked for */
    static Read of(UUID version, QuotationDocument document, List<RfqLineRow> asked) {
        List<QuoteLineRow> rows = new ArrayList<>(document.lines().size());
        for (QuotationDocument.Line line : document.lines()) {
            Optional<RfqLineRow> answered = answered(line, asked);
            if (answered.isEmpty() && !asked.isEmpty()) {
                return new Read.Unfit(new Submission.UnknownLine(line.requestLineNumber() != null ? line.requestLineNumber() : line.lineNumber()));
            }
            boolean otherUnit = line.price() != null && (!line.price().basis().unit().equals(line.quantity().unit())
                    || answered.isPresent() && !answered.get().unit().equals(line.quantity().unit()));
            if (otherUnit) {
                return new Read.Unfit(new Submission.OtherUnit(line.lineNumber()));
            }
            rows.add(row(version, rows.size() + 1, line, answered.orElse(null)));
        }
        return new Read.Understood(rows);
    }

    private static QuoteLineRow row(UUID version, int position, QuotationDocument.Line line, @Nullable RfqLineRow asked) {
        Price price = line.price();
        Item item = line.item();
        return new QuoteLineRow(Ids.next(), version, asked == null ? null : asked.id(), position, asked == null ? line.lineNumber() : asked.lineNumber(),
                item.gtin() != null || asked == null ? item.gtin() : asked.gtin(),
                item.buyerArticle() != null || asked == null ? item.buyerArticle() : asked.buyerArticle(),
                item.supplierArticle() != null || asked == null ? item.supplierArticle() : asked.supplierArticle(),
                item.description() != null || asked == null ? item.description() : asked.description(),
                line.quantity().unit(), line.quantity().value(), price == null ? null : price.amount().amount(),
                price == null ? null : price.basis().value(), price == null ? null : price.basis().unit(),
                line.minimumOrder() == null ? null : line.minimumOrder().value(), line.leadTimeDays(), line.promisedDelivery(), line.note());
    }

    /** By the number of the line that it names, else by the article, else by its own number. */
    private static Optional<RfqLineRow> answered(QuotationDocument.Line line, List<RfqLineRow> asked) {
        if (line.requestLineNumber() != null) {
            return RfqLineRow.byNumber(asked, line.requestLineNumber());
        }
        List<RfqLineRow> ofArticle = asked.stream().filter(candidate -> same(candidate, line.item())).toList();
        return ofArticle.size() == 1 ? Optional.of(ofArticle.getFirst()) : RfqLineRow.byNumber(asked, line.lineNumber());
    }

    private static boolean same(RfqLineRow line, Item item) {
        return item.gtin() != null && item.gtin().equals(line.gtin())
                || item.buyerArticle() != null && item.buyerArticle().equals(line.buyerArticle())
                || item.supplierArticle() != null && Objects.equals(item.supplierArticle(), line.supplierArticle());
    }
}

package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code rfq_line}; the components are its columns. */
record RfqLineRow(
        UUID id,
        UUID rfqId,
        int position,
        String lineNumber,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        String unit,
        BigDecimal quantity,
        @Nullable BigDecimal targetPrice,
        @Nullable BigDecimal targetBasis,
        @Nullable String targetUnit,
        @Nullable LocalDate requestedDelivery,
        @Nullable String note,
        boolean removed) {

    static RfqLineRow of(UUID rfq, int position, RequestForQuotationDocument.Line line, String currency) {
        Price target = line.targetPrice() != null && line.targetPrice().amount().currency().equals(currency) ? line.targetPrice() : null;
        return new RfqLineRow(Ids.next(), rfq, position, line.lineNumber(), line.item().gtin(), line.item().buyerArticle(),
                line.item().supplierArticle(), line.item().description(), line.quantity().unit(), line.quantity().value(),
                target == null ? null : target.amount().amount(), target == null ? null : target.basis().value(),
                target == null ? null : target.basis().unit(), line.requestedDelivery(), line.note(), false);
    }

    Item item() {
        return new Item(gtin, buyerArticle, supplierArticle, description);
    }

    Quantity asked() {
        return new Quantity(Figures.quantity(quantity), unit);
    }

    @Nullable Price target(String currency) {
        return price(targetPrice, targetBasis, targetUnit, currency);
    }

    static @Nullable Price price(@Nullable BigDecimal amount, @Nullable BigDecimal basis, @Nullable String unit, String currency) {
        return amount == null || basis == null || unit == null ? null
                : new Price(new Money(Figures.price(amount), currency), new Quantity(Figures.quantity(basis), unit));
    }

    /** The line of a number; partners pad line numbers with zeros as they like. */
    static Optional<RfqLineRow> byNumber(List<RfqLineRow> lines, String number) {
        return lines.stream().filter(line -> line.lineNumber.equals(number)).findFirst()
                .or(() -> lines.stream().filter(line -> unpadded(line.lineNumber).equals(unpadded(number))).findFirst());
    }

    private static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}

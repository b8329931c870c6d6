package io.tradelane.trading.payment;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.document.RemittanceAdviceDocument.Item;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a remittance advice says of one document. Payers state what they pay for it either after deductions or before; the total tells which.
 *
 * @param announced what is paid for it in the end; negative for what is set off
 * @param deducted what is not paid of it
 */
record Announcement(Item item, BigDecimal announced, BigDecimal deducted) {

    boolean setOff() {
        return announced.signum() < 0;
    }

    /** @return empty when the documents, less what is deducted, are not the total */
    static Optional<List<Announcement>> of(RemittanceAdviceDocument advice) {
        if (!inOneCurrency(advice)) {
            return Optional.empty();
        }
        BigDecimal total = advice.total().amount();
        BigDecimal stated = advice.items().stream().map(Announcement::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ofAll = sum(advice.adjustments());
        BigDecimal ofItems = advice.items().stream().map(item -> sum(item.adjustments())).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean after = same(stated.subtract(ofAll), total) || same(stated, total);
        if (!after && !same(stated.subtract(ofAll).subtract(ofItems), total)) {
            return Optional.empty();
        }
        List<Announcement> announcements = new ArrayList<>();
        for (Item item : advice.items()) {
            BigDecimal deducted = sum(item.adjustments());
            announcements.add(new Announcement(item, after ? signed(item) : signed(item).subtract(deducted), deducted));
        }
        return Optional.of(announcements);
    }

    static boolean inOneCurrency(RemittanceAdviceDocument advice) {
        return Stream.concat(
                        advice.items().stream().flatMap(item -> Stream.concat(Stream.of(item.paid()), item.adjustments().stream().map(Adjustment::amount))),
                        advice.adjustments().stream().map(Adjustment::amount))
                .map(Money::currency)
                .allMatch(advice.total().currency()::equals);
    }

    /** What a credit note is set off with is stated with a sign by some and without by others. */
    private static BigDecimal signed(Item item) {
        BigDecimal paid = item.paid().amount();
        return item.documentKind() == InvoiceDocument.Kind.CREDIT_NOTE ? paid.abs().negate() : paid;
    }

    private static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(adjustment -> adjustment.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}

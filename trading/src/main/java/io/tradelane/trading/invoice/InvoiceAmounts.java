package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice's amounts: whether they add up, and each line's share of tax, charges and rounding, so that the lines paid
 * in full give exactly the sum the supplier asks for.
 */
record InvoiceAmounts(Money net, Money tax, Money payable, List<Share> shares) {

    /** @param charge of allowances, charges and rounding of the whole invoice */
    record Share(Money charge, Money tax) {}

    /** What does not add up, in words for the sender; empty when all does. */
    static Optional<String> contradiction(InvoiceDocument document) {
        Money lines = lines(document);
        InvoiceDocument.Totals totals = document.totals();
        if (totals.lines() != null && !totals.lines().sameAs(lines)) {
            return Optional.of("lines " + lines + ", stated " + totals.lines());
        }
        Money base = totals.taxable() != null ? totals.taxable() : lines;
        Money sum = base.plus(tax(document));
        Money difference = sum.minus(totals.payable());
        return difference.amount().abs().compareTo(cent(document.currency())) > 0
                ? Optional.of(base + " and tax " + tax(document) + " are not " + totals.payable())
                : Optional.empty();
    }

    static boolean inOneCurrency(InvoiceDocument document) {
        InvoiceDocument.Totals totals = document.totals();
        return totals.payable().currency().equals(document.currency())
                && (totals.lines() == null || totals.lines().currency().equals(document.currency()))
                && (totals.taxable() == null || totals.taxable().currency().equals(document.currency()))
                && (totals.tax() == null || totals.tax().currency().equals(document.currency()))
                && document.lines().stream().allMatch(line -> line.net().currency().equals(document.currency()));
    }

    static InvoiceAmounts of(InvoiceDocument document) {
        String currency = document.currency();
        Money net = lines(document);
        Money tax = tax(document);
        Money payable = document.totals().payable();
        List<Money> charges = spread(payable.minus(tax).minus(net), document.lines().stream()
                .map(line -> line.net().amount()).toList());
        boolean rated = document.lines().stream().allMatch(line -> line.taxRate() != null);
        List<Money> taxes = spread(tax, document.lines().stream()
                .map(line -> rated ? line.net().amount().multiply(Objects.requireNonNull(line.taxRate()))
                        : line.net().amount())
                .toList());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < document.lines().size(); i++) {
            shares.add(new Share(charges.get(i), taxes.get(i)));
        }
        return new InvoiceAmounts(new Money(net.amount(), currency), tax, payable, shares);
    }

    private static Money lines(InvoiceDocument document) {
        return document.lines().stream().map(InvoiceDocument.Line::net)
                .reduce(Money.zero(document.currency()), Money::plus);
    }

    /** As stated, else the sum of the tax lines, else what is missing between lines and payable. */
    private static Money tax(InvoiceDocument document) {
        if (document.totals().tax() != null) {
            return document.totals().tax();
        }
        if (!document.taxes().isEmpty() && document.taxes().stream().allMatch(tax -> tax.amount() != null)) {
            return document.taxes().stream().map(tax -> Objects.requireNonNull(tax.amount()))
                    .reduce(Money.zero(document.currency()), Money::plus);
        }
        Money base = document.totals().taxable() != null ? document.totals().taxable() : lines(document);
        return document.totals().payable().minus(base);
    }

    private static BigDecimal cent(String currency) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /** Spreads an amount by weights; what rounding leaves goes to the heaviest. */
    static List<Money> spread(Money amount, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> parts = new ArrayList<>();
        Money left = amount;
        int heaviest = 0;
        for (int i = 0; i < weights.size(); i++) {
            Money part = sum.signum() == 0 ? Money.zero(amount.currency())
                    : new Money(amount.amount().multiply(weights.get(i)).divide(sum, MathContext.DECIMAL64),
                            amount.currency()).rounded();
            parts.add(part);
            left = left.minus(part);
            if (weights.get(i).compareTo(weights.get(heaviest)) > 0) {
                heaviest = i;
            }
        }
        if (!parts.isEmpty()) {
            parts.set(heaviest, parts.get(heaviest).plus(left));
        }
        return parts;
    }
}

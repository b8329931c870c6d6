package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with an order: refusals end it, issues stand on its lines for a person. */
final class OrderChecks {

    private OrderChecks() {}

    /** Why it cannot be an order at all; empty when it can. */
    static List<ApplicationError> refusals(OrderDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> errors = new ArrayList<>();
        if (document.lines().isEmpty()) {
            errors.add(Refusal.NO_LINES.error());
        }
        if (document.function() != OrderDocument.Function.ORIGINAL
                && document.function() != OrderDocument.Function.DUPLICATE) {
            errors.add(Refusal.NOT_ORIGINAL.error(document.function().code()));
        }
        if (!context.speaksFor(parties.buyer())) {
            errors.add(Refusal.WRONG_SENDER.error("buyer"));
        }
        if (parties.buyer().equals(parties.supplier())) {
            errors.add(Refusal.SAME_PARTY.error());
        }
        if (!isCurrency(document.currency())) {
            errors.add(Refusal.UNKNOWN_CURRENCY.error(document.currency()));
        }
        if (document.number().length() > 70) {
            errors.add(Refusal.NUMBER_TOO_LONG.error());
        }
        return errors;
    }

    static boolean isCurrency(String code) {
        try {
            Currency.getInstance(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** The issues of each line, in the lines' order. */
    static List<List<LineIssue>> issues(OrderDocument document, List<Resolution> resolutions, LocalDate today) {
        Set<String> numbers = new HashSet<>();
        List<List<LineIssue>> all = new ArrayList<>();
        for (int i = 0; i < document.lines().size(); i++) {
            OrderDocument.Line line = document.lines().get(i);
            List<LineIssue> issues = new ArrayList<>();
            if (!numbers.add(line.lineNumber())) {
                issues.add(new LineIssue(LineIssue.Code.DUPLICATE_LINE_NUMBER, line.lineNumber(), null));
            }
            article(line, resolutions.get(i), issues);
            price(line, resolutions.get(i), document.currency(), issues);
            date(line, document, today, issues);
            quantity(line, resolutions.get(i), issues);
            all.add(issues);
        }
        if (!all.isEmpty()) {
            header(document, all.getFirst());
        }
        return all;
    }

    private static void article(OrderDocument.Line line, Resolution known, List<LineIssue> issues) {
        String gtin = line.item().gtin();
        if (gtin != null && !CheckDigit.isGtin(gtin)) {
            issues.add(new LineIssue(LineIssue.Code.GTIN_CHECK_DIGIT, gtin, rightGtin(gtin)));
        }
        if (known.article() == null) {
            String named = line.item().gtin() != null ? line.item().gtin()
                    : line.item().supplierArticle() != null ? line.item().supplierArticle()
                    : line.item().buyerArticle();
            issues.add(new LineIssue(LineIssue.Code.UNKNOWN_ARTICLE, named, null));
        } else if (known.conflict()) {
            issues.add(new LineIssue(LineIssue.Code.ARTICLE_CONFLICT, line.item().supplierArticle(),
                    known.article().number()));
        }
    }

    private static @Nullable String rightGtin(String gtin) {
        boolean digits = gtin.length() > 1 && gtin.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? gtin.substring(0, gtin.length() - 1) + CheckDigit.of(gtin.substring(0, gtin.length() - 1))
                : null;
    }

    private static void price(OrderDocument.Line line, Resolution known, String currency, List<LineIssue> issues) {
        Price price = line.price();
        Price agreed = known.agreedPrice();
        if (price == null) {
            if (agreed == null) {
                issues.add(new LineIssue(LineIssue.Code.PRICE_MISSING, null, null));
            }
            return;
        }
        if (!price.amount().currency().equals(currency)) {
            issues.add(new LineIssue(LineIssue.Code.CURRENCY_DIFFERS, price.amount().currency(), currency));
        } else if (agreed != null && price.perUnit().compareTo(agreed.perUnit()) != 0) {
            issues.add(new LineIssue(LineIssue.Code.PRICE_DIFFERS, text(price), text(agreed)));
        }
        Money right = price.of(line.quantity()).rounded();
        if (line.amount() != null && !line.amount().sameAs(right)) {
            issues.add(new LineIssue(LineIssue.Code.AMOUNT_DIFFERS, line.amount().toString(), right.toString()));
        }
    }

    static String text(Price price) {
        String basis = price.basis().value().compareTo(BigDecimal.ONE) == 0 ? ""
                : Figures.quantity(price.basis().value()).toPlainString() + " ";
        return Figures.price(price.amount().amount()).toPlainString() + " " + price.amount().currency() + " / " + basis
                + price.basis().unit();
    }

    private static void date(OrderDocument.Line line, OrderDocument document, LocalDate today, List<LineIssue> issues) {
        LocalDate wanted = line.requestedDelivery() != null ? line.requestedDelivery() : document.requestedDelivery();
        if (wanted != null && wanted.isBefore(document.issueDate())) {
            issues.add(new LineIssue(LineIssue.Code.DATE_IMPOSSIBLE, wanted.toString(),
                    document.issueDate().toString()));
        } else if (wanted != null && wanted.isBefore(today)) {
            issues.add(new LineIssue(LineIssue.Code.DATE_IMPOSSIBLE, wanted.toString(), today.toString()));
        }
    }

    private static void quantity(OrderDocument.Line line, Resolution known, List<LineIssue> issues) {
        String unit = line.quantity().unit();
        String sold = known.article() == null ? null : known.article().unit();
        if (!Units.known(unit) && !unit.equals(sold)) {
            issues.add(new LineIssue(LineIssue.Code.UNKNOWN_UNIT, unit, sold));
        }
        if (line.quantity().value().signum() <= 0) {
            issues.add(new LineIssue(LineIssue.Code.QUANTITY_NOT_POSITIVE,
                    Figures.quantity(line.quantity().value()).toPlainString(), null));
        }
    }

    private static void header(OrderDocument document, List<LineIssue> first) {
        for (Party party : document.parties()) {
            party.identifier(Party.Scheme.GLN)
                    .filter(gln -> !CheckDigit.isGln(gln))
                    .ifPresent(gln -> first.add(new LineIssue(LineIssue.Code.GLN_CHECK_DIGIT, party.role().code() + " "
                            + gln, null)));
        }
        Money stated = document.total();
        boolean comparable = document.lines().stream().allMatch(line -> line.price() != null || line.amount() != null)
                && stated != null && stated.currency().equals(document.currency());
        if (comparable) {
            Money sum = document.lines().stream()
                    .map(OrderChecks::amount)
                    .filter(amount -> amount.currency().equals(document.currency()))
                    .reduce(Money.zero(document.currency()), Money::plus);
            if (!Objects.requireNonNull(stated).sameAs(sum)) {
                first.add(new LineIssue(LineIssue.Code.TOTAL_DIFFERS, stated.toString(), sum.toString()));
            }
        }
    }

    private static Money amount(OrderDocument.Line line) {
        return line.amount() != null ? line.amount()
                : Objects.requireNonNull(line.price()).of(line.quantity()).rounded();
    }
}

package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's answer, the same whether it came as a form or as an ORDRSP.
 *
 * @param lines what it says of lines; those not named are accepted as they stand
 */
record Answer(
        OrderResponseDocument.Decision decision,
        @Nullable String supplierOrderNumber,
        @Nullable String note,
        List<LineAnswer> lines) {

    /** Absent values stay as they are on the line. */
    record LineAnswer(
            LineRow line,
            boolean rejected,
            @Nullable BigDecimal quantity,
            @Nullable Price price,
            @Nullable LocalDate promised,
            @Nullable String reason) {

        /** Whether the buyer has to agree: anything other than what stands, save a date where none was asked for. */
        boolean differs(String currency) {
            return rejected && line.state().live()
                    || quantity != null && quantity.compareTo(line.due()) != 0
                    || priceDiffers(currency)
                    || promised != null && line.deliveryDate() != null && !promised.equals(line.deliveryDate());
        }

        private LineAnswer plus(LineAnswer part) {
            if (rejected || part.rejected) {
                return rejected ? part : this;
            }
            boolean later = part.promised != null && (promised == null || part.promised.isAfter(promised));
            return new LineAnswer(line, false,
                    quantity == null ? part.quantity : part.quantity == null ? quantity : quantity.add(part.quantity),
                    part.price != null ? part.price : price, later ? part.promised : promised, reason != null ? reason
                    : part.reason);
        }

        private boolean priceDiffers(String currency) {
            Price stands = line.priceThatCounts(currency);
            return price != null && (stands == null || price.perUnit().compareTo(stands.perUnit()) != 0);
        }
    }

    boolean proposesChange(String currency) {
        return lines.stream().anyMatch(line -> line.differs(currency));
    }

    /** What the answer asks of the order's agreement. */
    AgreementTransition.Event event(String currency) {
        return switch (decision) {
            case ACKNOWLEDGED -> AgreementTransition.Event.ACKNOWLEDGE;
            case REJECTED -> AgreementTransition.Event.REJECT;
            case ACCEPTED, ACCEPTED_WITH_CHANGES ->
                proposesChange(currency) ? AgreementTransition.Event.PROPOSE_CHANGE : AgreementTransition.Event.ACCEPT;
        };
    }

    /** Reading an answer ends in one of two ways. */
    sealed interface Read {
        record Understood(Answer answer) implements Read {}

        /** @param lineNumber the line that is not on the order, or whose unit or currency is another */
        record Unfit(HoldReason reason, String lineNumber) implements Read {}
    }

    static Read of(OrderResponseDocument document, OrderRow order, List<LineRow> lines) {
        List<LineAnswer> answers = new ArrayList<>();
        for (OrderResponseDocument.Line said : document.lines()) {
            Optional<LineRow> line = byNumber(lines, said.lineNumber());
            if (line.isEmpty() || said.decision() == LineDecision.ADDED) {
                return new Read.Unfit(HoldReason.UNKNOWN_LINE, said.lineNumber());
            }
            boolean rejected = said.decision() == LineDecision.NOT_ACCEPTED;
            boolean unitDiffers = said.quantity() != null && !said.quantity().unit().equals(line.get().unit());
            boolean currencyDiffers = said.price() != null
                    && !said.price().amount().currency().equals(order.currency());
            if (!rejected && (unitDiffers || currencyDiffers)) {
                return new Read.Unfit(HoldReason.NOT_COMPARABLE, said.lineNumber());
            }
            merge(answers, new LineAnswer(line.get(), rejected, said.quantity() == null ? null
                    : said.quantity().value(),
                    said.price(), said.promisedDelivery(), said.reason()));
        }
        return new Read.Understood(new Answer(document.decision(), document.supplierOrderNumber(), document.note(),
                answers));
    }

    /** A line answered twice is a delivery in parts: the quantities add up, the last part's date is the line's. */
    private static void merge(List<LineAnswer> answers, LineAnswer part) {
        for (int i = 0; i < answers.size(); i++) {
            LineAnswer first = answers.get(i);
            if (first.line.id().equals(part.line.id())) {
                answers.set(i, first.plus(part));
                return;
            }
        }
        answers.add(part);
    }

    static Read of(SupplierAnswer said, OrderRow order, List<LineRow> lines) {
        return switch (said) {
            case SupplierAnswer.AcceptAll all -> new Read.Understood(
                    new Answer(OrderResponseDocument.Decision.ACCEPTED, all.supplierOrderNumber(), null, List.of()));
            case SupplierAnswer.RejectAll all -> new Read.Understood(
                    new Answer(OrderResponseDocument.Decision.REJECTED, null, all.reason(), List.of()));
            case SupplierAnswer.Change change -> {
                List<LineAnswer> answers = new ArrayList<>();
                for (SupplierAnswer.LineChange line : change.lines()) {
                    Optional<LineRow> row = byNumber(lines, line.lineNumber());
                    if (row.isEmpty()) {
                        yield new Read.Unfit(HoldReason.UNKNOWN_LINE, line.lineNumber());
                    }
                    if (line.price() != null && !line.price().amount().currency().equals(order.currency())) {
                        yield new Read.Unfit(HoldReason.NOT_COMPARABLE, line.lineNumber());
                    }
                    answers.add(new LineAnswer(row.get(), line.rejected(), line.quantity(), line.price(),
                            line.promisedDelivery(), line.reason()));
                }
                yield new Read.Understood(new Answer(OrderResponseDocument.Decision.ACCEPTED_WITH_CHANGES,
                        change.supplierOrderNumber(), change.note(), answers));
            }
        };
    }

    /** The line of a number; partners pad line numbers with zeros as they like. */
    static Optional<LineRow> byNumber(List<LineRow> lines, String number) {
        Optional<LineRow> exact = lines.stream().filter(line -> line.lineNumber().equals(number)).findFirst();
        return exact.isPresent() ? exact
                : lines.stream().filter(line -> unpadded(line.lineNumber()).equals(unpadded(number))).findFirst();
    }

    static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}

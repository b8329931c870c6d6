package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.GoodsReceipts.Difference;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the supplier what the buyer received, where an agreement says so. */
@Component
class ReceiptNews {
    private final Agreements agreements;
    private final Outbox outbox;
    private final DespatchForm form;
    private final Clock clock;

    ReceiptNews(Agreements agreements, Outbox outbox, DespatchForm form, Clock clock) {
        this.agreements = agreements;
        this.outbox = outbox;
        this.form = form;
        this.clock = clock;
    }

    /** What a person counted. @param despatchAdvice its number; null: none was counted against */
    void counted(UUID receipt, String number, LocalDate receivedOn, BookableOrder order, @Nullable String despatchAdvice, List<ReceiptLine> lines) {
        if (agreed(order.parties())) {
            List<ReceiptAdviceDocument.Line> said = new ArrayList<>();
            lines.forEach(line -> said.add(line(Integer.toString(said.size() + 1), order, line)));
            forward(receipt, new ReceiptAdviceDocument(number, LocalDate.now(clock), receivedOn.atStartOfDay(clock.getZone()).toOffsetDateTime(), order.number(),
                    despatchAdvice, null, form.parties(order), null, said), order.parties(), MessageContext.NONE);
        }
    }

    /** As the buyer's own system said it. */
    void said(UUID receipt, ReceiptAdviceDocument document, Parties parties, MessageContext context) {
        if (agreed(parties)) {
            forward(receipt, document, parties, context);
        }
    }

    private boolean agreed(Parties parties) {
        return agreements.outbound(parties.buyer(), parties.supplier(), DocumentType.RECEIPT_ADVICE).isPresent();
    }

    private void forward(UUID receipt, ReceiptAdviceDocument document, Parties parties, MessageContext context) {
        outbox.enqueue(new OutboundDocument(parties.buyer(), parties.supplier(), document, document.number(), context.interchange(), context.message(),
                "recadv:" + receipt));
    }

    private static ReceiptAdviceDocument.Line line(String number, BookableOrder order, ReceiptLine line) {
        String unit = line.order().unit();
        BigDecimal accepted = line.counted().accepted();
        BigDecimal came = accepted.add(line.counted().damaged());
        List<Discrepancy> found = new ArrayList<>();
        if (line.counted().damaged().signum() > 0) {
            found.add(new Discrepancy(refused(line.counted().difference()), new Quantity(line.counted().damaged(), unit), line.counted().note()));
        }
        int compared = came.compareTo(line.expected());
        if (compared != 0) {
            found.add(new Discrepancy(compared < 0 ? DiscrepancyKind.SHORT : DiscrepancyKind.OVER, new Quantity(line.expected().subtract(came).abs(), unit),
                    found.isEmpty() ? line.counted().note() : null));
        }
        return new ReceiptAdviceDocument.Line(number, order.number(), line.order().lineNumber(), null,
                new Item(line.order().gtin(), line.order().buyerArticle(), line.order().supplierArticle(), line.order().description()),
                new Quantity(came, unit), new Quantity(accepted, unit), new Quantity(line.expected(), unit), null, found);
    }

    private static DiscrepancyKind refused(@Nullable Difference difference) {
        return difference == Difference.WRONG_ARTICLE ? DiscrepancyKind.RETURNED : DiscrepancyKind.DAMAGED;
    }
}

package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything a page or the API shows of it; the timeline is {@code Journal.timeline("PURCHASE_ORDER",
 * id)}.
 *
 * @param total sum of the lines as they stand, without tax
 * @param statedTotal what the buyer's document says
 * @param orderVersion 1 as it was placed, one more with every change of the buyer that was applied
 * @param change the supplier's proposal that waits for the buyer; {@code null} when none does
 * @param buyerChanges what the buyer changed after placing it, oldest first
 * @param answers what the supplier answered so far, oldest first
 */
public record OrderView(
        UUID id,
        String number,
        @Nullable String supplierOrderNumber,
        OrderDocument.Kind kind,
        Company buyer,
        Company supplier,
        LocalDate issuedOn,
        @Nullable LocalDate requestedDelivery,
        @Nullable LocalDate nextDelivery,
        boolean late,
        String currency,
        Money total,
        @Nullable Money statedTotal,
        @Nullable String paymentTerms,
        @Nullable String note,
        List<Party> parties,
        List<Reference> references,
        OrderStatus status,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Instant createdAt,
        int orderVersion,
        int version,
        List<Line> lines,
        @Nullable Change change,
        List<BuyerChange> buyerChanges,
        List<Answer> answers) {

    /** The buyer's change that waits for the supplier; {@code null} when none does. */
    public @Nullable BuyerChange pendingBuyerChange() {
        return buyerChanges.stream().filter(change -> change.state() == BuyerChange.State.PENDING).findFirst().orElse(null);
    }

    /**
     * @param price as ordered; {@code confirmedPrice} what both agreed in the end
     * @param agreedPrice what the parties had agreed beforehand, on the day of the order
     * @param confirmed what the supplier is to deliver; {@code null} as long as the line is open
     * @param received good pieces; {@code damaged} came too but are not accepted
     * @param amount of what is confirmed, else ordered, at the price that counts
     */
    public record Line(
            UUID id,
            int position,
            String lineNumber,
            @Nullable UUID article,
            @Nullable String gtin,
            @Nullable String buyerArticle,
            @Nullable String supplierArticle,
            @Nullable String description,
            @Nullable String articleNameZh,
            @Nullable String articleNameEn,
            String unit,
            BigDecimal ordered,
            @Nullable BigDecimal confirmed,
            BigDecimal shipped,
            BigDecimal received,
            BigDecimal damaged,
            BigDecimal invoiced,
            @Nullable Price price,
            @Nullable Price agreedPrice,
            @Nullable Price confirmedPrice,
            Money amount,
            @Nullable LocalDate requestedDelivery,
            @Nullable LocalDate promisedDelivery,
            LineState state,
            @Nullable String note,
            List<LineIssue> issues) {

        /**
         * What is to be delivered on the line: confirmed, else ordered; nothing on a line that is rejected or
         * cancelled.
         */
        public BigDecimal due() {
            return state.live() ? confirmed == null ? ordered : confirmed : BigDecimal.ZERO;
        }

        /** What may still be despatched. */
        public BigDecimal open() {
            return due().subtract(shipped).max(BigDecimal.ZERO);
        }
    }

    /** A change the supplier proposed. */
    public record Change(UUID id, Instant proposedAt, @Nullable String note, List<ChangeLine> lines) {}

    /** Absent values stay as they are on the line. */
    public record ChangeLine(
            UUID lineId,
            String lineNumber,
            boolean rejected,
            @Nullable BigDecimal quantity,
            @Nullable Price price,
            @Nullable LocalDate promisedDelivery,
            @Nullable String reason) {}

    /**
     * @param decision an {@code OrderResponseDocument.Decision}, or BUYER_ACCEPTED / BUYER_REFUSED for the decision on
     *     a change
     */
    public record Answer(String number, String decision, Instant at, String source, @Nullable String actor,
            @Nullable UUID message) {}
}

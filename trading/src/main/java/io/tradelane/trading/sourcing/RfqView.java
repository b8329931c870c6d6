package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.order.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything that who asks may see of it: the buyer all of it, an invited supplier what is said to all and what is its own.
 *
 * @param deadline in the zone in which the buyer wrote it
 * @param bidding whether quotations are taken at this moment
 * @param secret whether what is offered is still sealed
 * @param rfqVersion 1 as it was published, one more with every amendment
 * @param reason why it was cancelled
 * @param questions the buyer's: all; a supplier's: its own
 * @param addenda what was answered, for all to read, without who asked
 * @param quotes one a supplier; without those that are sealed
 */
public record RfqView(
        UUID id,
        String number,
        @Nullable String title,
        Company buyer,
        RfqState state,
        String currency,
        OffsetDateTime deadline,
        String deadlineZone,
        boolean bidding,
        boolean sealed,
        boolean secret,
        int round,
        int roundsMax,
        int rfqVersion,
        @Nullable LocalDate requestedDelivery,
        @Nullable String paymentTerms,
        @Nullable String note,
        @Nullable String reason,
        @Nullable UUID message,
        Instant createdAt,
        @Nullable Instant publishedAt,
        int version,
        List<Line> lines,
        List<Invitee> invitees,
        List<Question> questions,
        List<Addendum> addenda,
        List<QuoteView> quotes,
        List<Awarded> awards) {

    /** @param needsInfo a supplier asked about it and has no answer yet */
    public record Line(
            UUID id,
            int position,
            String lineNumber,
            Item item,
            String unit,
            BigDecimal quantity,
            @Nullable Price targetPrice,
            @Nullable LocalDate requestedDelivery,
            @Nullable String note,
            boolean needsInfo) {}

    /** @param transmission how far the REQOTE to its system is; {@code null} for one that works in the browser */
    public record Invitee(
            UUID id,
            Company supplier,
            InviteeState state,
            boolean shortlisted,
            @Nullable String reason,
            @Nullable OutboxStatus transmission,
            @Nullable Instant viewedAt,
            @Nullable Instant answeredAt) {}

    public record Question(UUID id, Company supplier, @Nullable String lineNumber, String question, Instant askedAt, @Nullable Instant answeredAt) {}

    public record Addendum(@Nullable String lineNumber, String question, String answer, Instant at) {}

    public record Awarded(String lineNumber, Company supplier, BigDecimal quantity, Price price, UUID order, String orderNumber) {}

    public @Nullable QuoteView quoteOf(UUID supplier) {
        return quotes.stream().filter(quote -> quote.supplier().id().equals(supplier)).findFirst().orElse(null);
    }

    public @Nullable Invitee invitee(UUID supplier) {
        return invitees.stream().filter(invitee -> invitee.supplier().id().equals(supplier)).findFirst().orElse(null);
    }

    /** Whether everybody invited has quoted or declined, and one has quoted. */
    public boolean allAnswered() {
        return invitees.stream().allMatch(invitee -> invitee.state().answered())
                && invitees.stream().anyMatch(invitee -> invitee.state() == InviteeState.QUOTED);
    }
}

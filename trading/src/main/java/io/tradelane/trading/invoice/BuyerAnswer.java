package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.InvoiceResponseDocument.Kind;
import io.tradelane.trading.document.InvoiceResponseDocument.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the buyer's system answered to an invoice. */
public record BuyerAnswer(
        String number,
        LocalDate issuedOn,
        Status status,
        @Nullable LocalDate effectiveOn,
        @Nullable String note,
        List<Clarification> clarifications,
        Instant at,
        @Nullable UUID message) {

    /**
     * What may follow each answer: the order is AB, IP, UQ, CA, RE, AP, PD, and any may be left out (Peppol BIS 63, section
     * 4.2). Nothing follows a rejection or the whole payment; after an acceptance comes only the payment.
     */
    static final Map<Status, Set<Status>> NEXT = Map.of(
            Status.ACKNOWLEDGED, EnumSet.range(Status.IN_PROCESS, Status.PAID),
            Status.IN_PROCESS, EnumSet.range(Status.UNDER_QUERY, Status.PAID),
            Status.UNDER_QUERY, EnumSet.range(Status.UNDER_QUERY, Status.PAID),
            Status.CONDITIONALLY_ACCEPTED, EnumSet.of(Status.REJECTED, Status.ACCEPTED, Status.PAID),
            Status.REJECTED, EnumSet.noneOf(Status.class),
            Status.ACCEPTED, EnumSet.of(Status.PAID),
            Status.PAID, EnumSet.noneOf(Status.class));

    private static final String PARTIAL_PAYMENT = "PPD";

    /** @param partial the payment before was of a part: another one may follow */
    static boolean follows(@Nullable Status before, boolean partial, Status after) {
        return before == null || NEXT.getOrDefault(before, Set.of()).contains(after) || partial && after == Status.PAID;
    }

    static boolean ended(@Nullable Status status, boolean partial) {
        return status == Status.REJECTED || status == Status.PAID && !partial;
    }

    /** Of a payment: of a part only. */
    static boolean partial(Status status, List<Clarification> clarifications) {
        return status == Status.PAID && clarifications.stream().anyMatch(said -> said.kind() == Kind.REASON && said.code().equals(PARTIAL_PAYMENT));
    }
}

package io.tradelane.portal.frame;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table from a state's name to the colour of its pill. The same name means the same everywhere. */
enum Tones {
    OK,
    INFO,
    PROGRESS,
    WARN,
    BAD,
    MUTE;

    private static final Map<Tones, Set<String>> TABLE = Map.of(
            OK, Set.of("APPROVED", "CONFIRMED", "COMPLETED", "RECEIVED", "PAID", "INVOICED", "ACKED", "ACKNOWLEDGED", "MATCHED",
                    "ACCEPTED", "AWARDED", "PROCESSED", "APPLIED", "ALLOCATED", "DELIVERED", "SETTLED", "CURRENT", "IN_FORCE", "LISTED", "QUALIFIED", "ACTIVE",
                    "EFFECTIVE", "FULFILLED", "SIGNED", "TOTAL_PASSED", "WHOLE", "ORDERED"),
            INFO, Set.of("ISSUED", "SENT", "QUEUED", "RENDERED", "RETRIED", "OPEN", "SUBMITTED", "TENDERED", "INVITED", "VIEWED", "SCHEDULED", "DRAFT", "ANNOUNCED", "PAYMENT_ANNOUNCED"),
            PROGRESS, Set.of("PROCESSING", "MATCHING", "UNDER_REVIEW", "PART_SHIPPED", "SHIPPED", "DESPATCHED", "PART_RECEIVED", "PART_INVOICED", "PART_PAID",
                    "WAITING_RECEIPT", "DEPARTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ARRIVED", "PART_ARRIVED", "NEGOTIATING", "QUOTED",
                    "READY", "PARTIALLY_SIGNED", "SOURCING"),
            WARN, Set.of("PENDING", "PENDING_APPROVAL", "CHANGE_PENDING_BUYER", "CHANGE_PENDING_SUPPLIER", "CANCEL_PENDING", "ON_HOLD",
                    "CHANGED", "HOLD", "HELD", "EXCEPTION", "UNASSIGNED", "SHORT_PAID", "UNDER_QUERY", "CONDITIONALLY_ACCEPTED", "CONDITIONAL", "WAITING", "INFO_REQUESTED",
                    "EVALUATION", "IN_REVIEW", "SUSPENDED",
                    "INDETERMINATE", "DOUBTFUL", "UNSIGNED"),
            BAD, Set.of("REJECTED", "REJECTED_BY_SUPPLIER", "REJECTED_BY_PARTNER", "APP_REJECTED", "FAILED", "DEAD", "PROCESSED_WITH_ERRORS", "REFUSED", "RETURNED", "DECLINED", "DISPUTED", "DENIED",
                    "TERMINATED", "TOTAL_FAILED", "BROKEN", "BLOCKED"));

    /** States whose name means something else in another machine. */
    private static final Map<String, Tones> EXCEPTIONS = Map.of(
            "InterchangeStatus.RECEIVED", INFO,
            "MessageStatus.RECEIVED", INFO,
            "InvoiceStatus.RECEIVED", INFO,
            "Incident.Status.OPEN", WARN,
            "PaymentTask.Status.OPEN", WARN,
            "RemittanceCase.Status.OPEN", WARN,
            "RemittanceView.Status.ARRIVED", OK,
            "ContractVerification.Verdict.UNKNOWN", BAD,
            "LineState.OPEN", MUTE);

    static Tones of(Enum<?> state) {
        String name = Words.key(state);
        Tones exception = EXCEPTIONS.get(name);
        if (exception != null) {
            return exception;
        }
        return of(state.name());
    }

    static Tones of(@Nullable String state) {
        return TABLE.entrySet().stream()
                .filter(entry -> entry.getValue().contains(String.valueOf(state)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(MUTE);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

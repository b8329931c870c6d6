package io.tradelane.trading.invoice;

import java.math.BigDecimal;
import java.util.List;

/** The one place where an invoice's status follows from its lines and from what was paid. */
record InvoiceStanding(InvoiceStatus status, int openLines) {

    static InvoiceStanding of(List<LineVerdict> lines, BigDecimal approved, BigDecimal paid) {
        int open = (int) lines.stream().filter(LineVerdict::open).count();
        return new InvoiceStanding(status(lines, approved, paid), open);
    }

    private static InvoiceStatus status(List<LineVerdict> lines, BigDecimal approved, BigDecimal paid) {
        if (lines.contains(LineVerdict.HOLD)) {
            return InvoiceStatus.EXCEPTION;
        }
        if (lines.contains(LineVerdict.WAITING_RECEIPT)) {
            return InvoiceStatus.WAITING_RECEIPT;
        }
        if (lines.stream().noneMatch(LineVerdict::payable)) {
            return InvoiceStatus.REJECTED;
        }
        if (paid.compareTo(approved) >= 0 && approved.signum() > 0) {
            return InvoiceStatus.PAID;
        }
        return paid.signum() > 0 ? InvoiceStatus.PART_PAID : InvoiceStatus.APPROVED;
    }
}

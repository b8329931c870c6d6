package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.UnitCode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a request as a person wrote it; each problem names its field. */
final class RfqChecks {
    private static final int MOST_LINES = 500;
    private static final int MOST_ROUNDS = 20;
    private static final int LONGEST_NUMBER = 35;
    private static final int LONGEST_TEXT = 4000;

    private RfqChecks() {}

    static List<Problem> of(RfqForm form) {
        List<Problem> problems = new ArrayList<>();
        if (!CurrencyCode.isKnown(form.currency())) {
            problems.add(new Problem("currency", "currency"));
        }
        if (!zone(form.zone())) {
            problems.add(new Problem("zone", "zone"));
        }
        if (form.number() != null && form.number().length() > LONGEST_NUMBER) {
            problems.add(new Problem("number", "tooLong"));
        }
        if (form.note() != null && form.note().length() > LONGEST_TEXT) {
            problems.add(new Problem("note", "tooLong"));
        }
        if (form.roundsMax() < 1 || form.roundsMax() > MOST_ROUNDS) {
            problems.add(new Problem("roundsMax", "range"));
        }
        if (form.lines().isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        if (form.lines().size() > MOST_LINES) {
            problems.add(new Problem("lines", "too-large"));
        }
        lines(form, problems);
        return problems;
    }

    private static void lines(RfqForm form, List<Problem> problems) {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < form.lines().size(); i++) {
            RfqForm.Line line = form.lines().get(i);
            String field = "lines[" + i + "].";
            if (!numbers.add(line.lineNumber() == null ? String.valueOf(i + 1) : line.lineNumber())) {
                problems.add(new Problem(field + "lineNumber", "duplicate"));
            }
            if (line.item().gtin() == null && line.item().buyerArticle() == null && line.item().supplierArticle() == null && line.item().description() == null) {
                problems.add(new Problem(field + "item", "required"));
            }
            if (line.quantity().value().signum() <= 0) {
                problems.add(new Problem(field + "quantity", "not-positive"));
            }
            if (QuoteLines.tooLarge(line.quantity().value())) {
                problems.add(new Problem(field + "quantity", "too-large"));
            }
            if (line.targetPrice() != null && QuoteLines.tooLarge(line.targetPrice().amount().amount())) {
                problems.add(new Problem(field + "targetPrice", "too-large"));
            }
            if (!UnitCode.isKnown(line.quantity().unit())) {
                problems.add(new Problem(field + "unit", "unit"));
            }
            if (line.targetPrice() != null && !line.targetPrice().amount().currency().equals(form.currency())) {
                problems.add(new Problem(field + "targetPrice", "currency"));
            }
        }
    }

    /** What keeps it from being published. */
    static List<Problem> publishing(RfqRow rfq, List<RfqLineRow> lines, List<InviteeRow> invitees, OffsetDateTime now) {
        List<Problem> problems = new ArrayList<>();
        if (lines.isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        if (invitees.isEmpty()) {
            problems.add(new Problem("suppliers", "required"));
        }
        if (!now.isBefore(rfq.deadline())) {
            problems.add(new Problem("deadline", "in-the-past"));
        }
        return problems;
    }

    private static boolean zone(String zone) {
        try {
            return ZoneId.of(zone).getId() != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}

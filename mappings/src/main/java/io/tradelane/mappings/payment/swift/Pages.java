package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.payment.swift.SwiftStatementMapping.Signed;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.shared.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether each page of an account opens with what the one before it closed with. */
final class Pages {
    /** Accounts remembered; an input with more is no chain of statements of one company. */
    private static final int MOST = 10_000;

    private final Map<String, Money> closed = new LinkedHashMap<>();

    void follow(String account, Signed opening, Signed closing, SwiftReport report) {
        Money before = closed.get(account);
        if (before != null && before.currency().equals(opening.currency()) && !before.sameAs(opening.amount())) {
            report.add(SwiftError.PAGES_DO_NOT_JOIN, opening.field().place(4, 10), opening.amount().toString(), before.toString());
        }
        if (before != null || closed.size() < MOST) {
            closed.put(account, closing.amount());
        }
    }
}

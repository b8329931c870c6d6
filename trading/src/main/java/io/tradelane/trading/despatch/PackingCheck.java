package io.tradelane.trading.despatch;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with what somebody wants to send. */
final class PackingCheck {
    private static final int LONGEST_BATCH = 35;

    private PackingCheck() {}

    static List<Problem> of(Packing packing, BookableOrder order) {
        List<Problem> problems = new ArrayList<>();
        if (packing.units().isEmpty() || packing.units().size() > DespatchAdvices.MOST_PACKAGES) {
            problems.add(new Problem("packages", "out-of-range"));
        }
        Map<UUID, OrderLines.Line> lines = order.lines().stream().collect(Collectors.toMap(OrderLines.Line::id, Function.identity()));
        Map<UUID, BigDecimal> packed = new LinkedHashMap<>();
        for (int i = 0; i < packing.units().size(); i++) {
            Packing.Unit unit = packing.units().get(i);
            if (unit.contents().isEmpty()) {
                problems.add(new Problem("units[" + i + "]", "empty-package"));
            }
            for (Packing.Content content : unit.contents()) {
                if (!lines.containsKey(content.orderLine())) {
                    problems.add(new Problem("units[" + i + "]", "unknown"));
                } else if (content.quantity().signum() <= 0) {
                    problems.add(new Problem("units[" + i + "]", "not-positive"));
                } else if (content.batch() != null && content.batch().length() > LONGEST_BATCH) {
                    problems.add(new Problem("units[" + i + "]", "too-long"));
                } else {
                    packed.merge(content.orderLine(), content.quantity(), BigDecimal::add);
                }
            }
        }
        packed.forEach((id, quantity) -> {
            OrderLines.Line line = lines.get(id);
            if (quantity.compareTo(line.open()) > 0) {
                problems.add(new Problem("lines[" + line.lineNumber() + "]", "more-than-open"));
            }
        });
        return problems;
    }
}

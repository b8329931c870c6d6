package io.tradelane.trading.despatch;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with what somebody wants to send. */
final class PackingCheck {
    private static final int LONGEST_BATCH = 35;
    private static final int LONGEST_SERIAL = 20;
    private static final int MOST_SERIALS = 1000;
    private static final int MOST_PALLETS = 99;

    private PackingCheck() {}

    static List<Problem> of(Packing packing, BookableOrder order) {
        List<Problem> problems = new ArrayList<>();
        if (packing.units().isEmpty() || packing.units().size() > DespatchAdvices.MOST_PACKAGES) {
            problems.add(new Problem("packages", "out-of-range"));
        }
        Map<UUID, OrderLines.Line> lines = order.lines().stream().collect(Collectors.toMap(OrderLines.Line::id, Function.identity()));
        Map<UUID, Set<String>> serials = new HashMap<>();
        Map<UUID, BigDecimal> packed = new LinkedHashMap<>();
        for (int i = 0; i < packing.units().size(); i++) {
            Packing.Unit unit = packing.units().get(i);
            if (unit.contents().isEmpty()) {
                problems.add(new Problem("units[" + i + "]", "empty-package"));
            }
            if (unit.pallet() != null && (unit.pallet() < 1 || unit.pallet() > MOST_PALLETS)) {
                problems.add(new Problem("units[" + i + "].pallet", "out-of-range"));
            }
            for (Packing.Content content : unit.contents()) {
                if (!lines.containsKey(content.orderLine())) {
                    problems.add(new Problem("units[" + i + "]", "unknown"));
                } else if (content.quantity().signum() <= 0) {
                    problems.add(new Problem("units[" + i + "]", "not-positive"));
                } else if (content.batch() != null && content.batch().length() > LONGEST_BATCH) {
                    problems.add(new Problem("units[" + i + "]", "too-long"));
                } else if (content.serials().size() > MOST_SERIALS || BigDecimal.valueOf(content.serials().size()).compareTo(content.quantity()) > 0) {
                    problems.add(new Problem("units[" + i + "]", "serials-many"));
                } else if (content.serials().stream().anyMatch(serial -> serial.isBlank() || serial.length() > LONGEST_SERIAL)) {
                    problems.add(new Problem("units[" + i + "]", "serial-length"));
                } else if (content.serials().stream().anyMatch(serial -> !serials.computeIfAbsent(content.orderLine(), line -> new HashSet<>()).add(serial))) {
                    problems.add(new Problem("units[" + i + "]", "serial-twice"));
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

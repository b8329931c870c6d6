package io.tradelane.portal.despatch;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Problems;
import io.tradelane.trading.despatch.Packing;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packages that somebody fills in: {@code type-0} is the kind of the first, {@code quantity-0-2} how much of the third open line is in it,
 * {@code batch-0-2} and {@code best-0-2} of which batch, {@code serials-0-2} with which serial numbers; {@code pallet-0} is the pallet it stands on.
 */
record PackingForm(Map<String, String> values, List<OrderView.Line> open) {
    private static final int MOST = 99;
    private static final int LONGEST_SERIALS = 21_000;

    static PackingForm all(List<OrderView.Line> open, Formats formats) {
        Map<String, String> values = new HashMap<>(Map.of("units", "1", "type-0", "CT"));
        for (int line = 0; line < open.size(); line++) {
            values.put("line-" + line, open.get(line).id().toString());
            values.put("quantity-0-" + line, formats.plain(open.get(line).open()));
        }
        return new PackingForm(values, open);
    }

    static PackingForm of(Map<String, String> typed, List<OrderView.Line> open) {
        return new PackingForm(new HashMap<>(typed), open);
    }

    List<Integer> units() {
        return IntStream.range(0, count()).boxed().toList();
    }

    private int count() {
        String units = values.getOrDefault("units", "1");
        return units.matches("[1-9]\\d?") ? Math.min(Integer.parseInt(units), MOST) : 1;
    }

    /** What of each open line is in no package yet; below zero: more than there is. */
    List<BigDecimal> left() {
        return IntStream.range(0, open.size()).mapToObj(line -> units().stream().map(unit -> number("quantity-" + unit + "-" + line))
                .reduce(open.get(line).open(), BigDecimal::subtract)).toList();
    }

    private BigDecimal number(String field) {
        try {
            return new BigDecimal(values.getOrDefault(field, "").strip().replace(",", ""));
        } catch (NumberFormatException none) {
            return BigDecimal.ZERO;
        }
    }

    /** @param action {@code add}: one more package with what is left; {@code split}: all evenly over those there are; {@code remove-2}: without the third */
    void rearrange(String action) {
        int count = count();
        if (action.equals("add") && count < MOST) {
            List<BigDecimal> left = left();
            values.put("units", String.valueOf(count + 1));
            values.put("type-" + count, values.getOrDefault("type-" + (count - 1), "CT"));
            values.put("pallet-" + count, values.getOrDefault("pallet-" + (count - 1), ""));
            for (int line = 0; line < open.size(); line++) {
                values.put("quantity-" + count + "-" + line, left.get(line).signum() > 0 ? left.get(line).stripTrailingZeros().toPlainString() : "");
            }
        } else if (action.equals("split")) {
            for (int line = 0; line < open.size(); line++) {
                BigDecimal[] parts = open.get(line).open().divideAndRemainder(BigDecimal.valueOf(count));
                for (int unit = 0; unit < count; unit++) {
                    BigDecimal part = unit == count - 1 ? parts[0].add(parts[1]) : parts[0];
                    values.put("quantity-" + unit + "-" + line, part.signum() > 0 ? part.stripTrailingZeros().toPlainString() : "");
                }
            }
        } else if (action.matches("remove-\\d{1,2}") && count > 1) {
            remove(Integer.parseInt(action.substring("remove-".length())), count);
        }
    }

    private void remove(int gone, int count) {
        for (int unit = gone; unit < count - 1; unit++) {
            for (String field : List.of("type-", "pallet-")) {
                values.put(field + unit, values.getOrDefault(field + (unit + 1), ""));
            }
            for (int line = 0; line < open.size(); line++) {
                for (String field : List.of("quantity-", "batch-", "best-", "serials-")) {
                    values.put(field + unit + "-" + line, values.getOrDefault(field + (unit + 1) + "-" + line, ""));
                }
            }
        }
        values.put("units", String.valueOf(count - 1));
    }

    /** What was typed wrong is told to {@code form}. */
    Packing packing(UUID request, UUID order, FormValues form) {
        List<Packing.Unit> packed = new ArrayList<>();
        for (int unit : units()) {
            List<Packing.Content> contents = new ArrayList<>();
            for (int line = 0; line < open.size(); line++) {
                String at = unit + "-" + line;
                BigDecimal quantity = form.number("quantity-" + at);
                if (quantity != null && quantity.signum() > 0) {
                    if (!open.get(line).id().toString().equals(values.get("line-" + line))) {
                        form.wrong("quantity-" + at, "outcome.stale");
                    }
                    contents.add(new Packing.Content(open.get(line).id(), quantity, form.text("batch-" + at, 35), form.date("best-" + at), serials(form.text("serials-" + at, LONGEST_SERIALS))));
                }
            }
            packed.add(new Packing.Unit(form.text("type-" + unit, 3), contents, pallet(unit, form)));
        }
        return new Packing(request, order, form.text("carrierReference", 35), form.date("estimatedArrival"), form.text("warehouse", 40), packed);
    }

    private static @Nullable Integer pallet(int unit, FormValues form) {
        String said = form.text("pallet-" + unit, 2);
        if (said != null && !said.matches("[1-9]\\d?")) {
            form.wrong("pallet-" + unit, "problem.pallet");
        }
        return said == null || !said.matches("[1-9]\\d?") ? null : Integer.valueOf(said);
    }

    /** Between spaces, commas and ends of lines. */
    private static List<String> serials(@Nullable String said) {
        return said == null ? List.of() : Stream.of(said.split("[\\s,;，；、]+")).filter(one -> !one.isBlank()).toList();
    }

    /** Beside the field of the first package that has the line, or of the package. */
    void explain(CommandResult result, Outcomes outcomes, Problems problems) {
        Problems told = new Problems();
        outcomes.explain(result, "quantity-0-0", told);
        told.texts().forEach((field, text) -> problems.add(place(field), text));
    }

    private String place(String field) {
        if (field.startsWith("units[")) {
            return "quantity-" + field.substring("units[".length(), field.length() - 1) + "-0";
        }
        for (int line = 0; line < open.size(); line++) {
            int place = line;
            if (field.equals("lines[" + open.get(line).lineNumber() + "]")) {
                return units().stream().map(unit -> "quantity-" + unit + "-" + place).filter(name -> number(name).signum() > 0).findFirst().orElse("quantity-0-" + line);
            }
        }
        return "quantity-0-0";
    }
}

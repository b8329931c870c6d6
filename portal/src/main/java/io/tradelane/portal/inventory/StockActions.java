package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.inventory.StockForms.Correction;
import io.tradelane.trading.inventory.StockForms.Count;
import io.tradelane.trading.inventory.StockForms.Levels;
import io.tradelane.trading.inventory.StockForms.Transfer;
import io.tradelane.trading.inventory.StockResult;
import io.tradelane.trading.inventory.Stocks;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person says of an article in stock, on its page. */
@Page
class StockActions {
    private static final int LONGEST_NOTE = 500;
    private final Stocks stocks;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    StockActions(Stocks stocks, Outcomes outcomes, Words words, Formats formats) {
        this.stocks = stocks;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @PostMapping("/stock/items/{id}/count")
    String count(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return carryOut(id, typed, next, form -> {
            BigDecimal quantity = required(form, "quantity");
            OffsetDateTime at = form.moment("at", formats.zone());
            return quantity == null ? null : stocks.count(Own.organisation(), new Count(uuid(typed, "requestId"), id, uuid(typed, "warehouse"), quantity,
                    at == null ? null : at.toInstant(), form.text("note", LONGEST_NOTE)));
        });
    }

    @PostMapping("/stock/items/{id}/correction")
    String correct(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return carryOut(id, typed, next, form -> {
            BigDecimal quantity = required(form, "quantity");
            return quantity == null ? null : stocks.correct(Own.organisation(), new Correction(uuid(typed, "requestId"), id, uuid(typed, "warehouse"),
                    "less".equals(typed.get("direction")) ? quantity.negate() : quantity, form.text("note", LONGEST_NOTE)));
        });
    }

    @PostMapping("/stock/items/{id}/transfer")
    String transfer(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return carryOut(id, typed, next, form -> {
            BigDecimal quantity = required(form, "quantity");
            return quantity == null ? null : stocks.transfer(Own.organisation(), new Transfer(uuid(typed, "requestId"), id, uuid(typed, "warehouse"), uuid(typed, "to"),
                    quantity, form.text("note", LONGEST_NOTE)));
        });
    }

    @PostMapping("/stock/items/{id}/levels")
    String levels(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        return carryOut(id, typed, next, form -> {
            String version = typed.getOrDefault("version", "");
            return stocks.levels(Own.organisation(), new Levels(id, uuid(typed, "warehouse"), form.number("safety"), form.number("reorderPoint"),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0));
        });
    }

    private String carryOut(UUID id, Map<String, String> typed, RedirectAttributes next, Function<FormValues, @Nullable StockResult> command) {
        Problems problems = new Problems();
        StockResult result = command.apply(new FormValues(typed, problems, words));
        if (result == null || !problems.isEmpty()) {
            Toast.bad(next, problems.texts().values().iterator().next());
        } else {
            outcomes.tell(Own.answer(result), "stock.booked", next);
        }
        return "redirect:/stock/items/" + id;
    }

    private static @Nullable BigDecimal required(FormValues form, String field) {
        BigDecimal value = form.number(field);
        if (value == null) {
            form.wrong(field, "problem.required");
        }
        return value;
    }

    /** What no form of ours sends names nothing. */
    private static UUID uuid(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "");
        return value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(value) : new UUID(0, 0);
    }
}

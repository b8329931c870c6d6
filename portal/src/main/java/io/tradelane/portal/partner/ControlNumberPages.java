package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.ControlNumbers.Kind;
import io.tradelane.trading.exchange.ControlSequences;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The control numbers that go to a partner, and those that come from it. */
@Page
class ControlNumberPages {
    private static final int LONGEST_REASON = 300;
    private final ControlNumbers numbers;
    private final ControlSequences sequences;
    private final Organisations organisations;
    private final Words words;

    ControlNumberPages(ControlNumbers numbers, ControlSequences sequences, Organisations organisations, Words words) {
        this.numbers = numbers;
        this.sequences = sequences;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/partners/{id}/control-numbers")
    String show(@PathVariable UUID id, Model model) {
        Caller caller = Caller.current();
        Organisation partner = NotFound.orElse404(organisations.find(id).filter(found -> caller.isOperator() || caller.isSelf(id)));
        model.addAttribute("partner", partner);
        model.addAttribute("ranges", numbers.ranges(id));
        model.addAttribute("watches", sequences.list(id));
        model.addAttribute("mayManage", caller.may(Permission.CHANNEL_MANAGE));
        return "partner/control-numbers";
    }

    @PostMapping("/partners/{id}/control-numbers")
    String reset(@PathVariable UUID id, @RequestParam UUID from, @RequestParam UUID to, @RequestParam String kind, @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        FormValues values = new FormValues(typed, new Problems(), words);
        Long first = whole(values, "first");
        Long highest = whole(values, "highest");
        Long following = whole(values, "next");
        String reason = values.text("reason", LONGEST_REASON);
        Kind known = NotFound.orElse404(Constants.of(Kind.class, kind));
        boolean there = numbers.ranges(id).stream().anyMatch(one -> one.from().equals(from) && one.to().equals(to) && one.kind().equals(known.name()));
        if (!there) {
            throw new NotFound();
        }
        if (reason == null || first == null || highest == null || following == null) {
            Toast.bad(next, words.text("controlNumber.problem.required"));
        } else {
            try {
                numbers.reset(from, to, known, first, highest, following, reason);
                Toast.ok(next, words.text("controlNumber.reset.done"));
            } catch (IllegalArgumentException outOfRange) {
                Toast.bad(next, words.text("controlNumber.problem.range"));
            }
        }
        return "redirect:/partners/" + id + "/control-numbers";
    }

    @PostMapping("/partners/{id}/control-numbers/{watch}/settlement")
    String settle(@PathVariable UUID id, @PathVariable UUID watch, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        FormValues values = new FormValues(typed, new Problems(), words);
        String reason = values.text("reason", LONGEST_REASON);
        if (reason == null) {
            Toast.bad(next, words.text("controlNumber.problem.required"));
        } else if (sequences.settle(id, watch, whole(values, "next"), reason)) {
            Toast.ok(next, words.text("controlNumber.gap.done"));
        } else {
            throw new NotFound();
        }
        return "redirect:/partners/" + id + "/control-numbers";
    }

    private static @Nullable Long whole(FormValues values, String field) {
        BigDecimal number = values.number(field);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number.longValue();
    }
}

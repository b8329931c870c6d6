package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What an agreement says about acknowledgements, as fields: of those on acknowledgements when they go, of others what has to come. */
final class AcknowledgementForm {
    private static final List<Meaning> MEANINGS = List.of(Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.REJECTED);
    private static final List<Meaning> OF_ERRORS = List.of(Meaning.ACCEPTED, Meaning.ATTENTION, Meaning.REJECTED);

    private AcknowledgementForm() {}

    static void values(AcknowledgementPolicy policy, Map<String, String> form) {
        form.put("answer", Constants.word(policy.answer()));
        form.put("interchange", Constants.word(policy.interchange()));
        form.put("expected", Constants.word(policy.expected()));
        form.put("deadline", policy.deadlineMinutes() == null ? "" : policy.deadlineMinutes().toString());
        form.put("rejected", Constants.word(policy.rejected()));
        form.put("acknowledged", Constants.word(policy.acknowledged()));
        form.put("received", Constants.word(policy.received()));
        form.put("withErrors", Constants.word(policy.withErrors()));
    }

    static void choices(Model model) {
        model.addAttribute("times", When.values());
        model.addAttribute("expectations", Expected.values());
        model.addAttribute("meanings", MEANINGS);
        model.addAttribute("meaningsOfErrors", OF_ERRORS);
    }

    /** What is not on the form stays as it is. */
    static AcknowledgementPolicy read(AcknowledgementPolicy before, Map<String, String> typed, FormValues values) {
        Expected expected = choice(Expected.class, typed, "expected", before.expected(), values);
        return new AcknowledgementPolicy(
                choice(When.class, typed, "answer", before.answer(), values),
                choice(When.class, typed, "interchange", before.interchange(), values),
                expected,
                typed.containsKey("deadline") ? deadline(values) : before.deadlineMinutes(),
                choice(Meaning.class, typed, "rejected", before.rejected(), values),
                choice(Meaning.class, typed, "acknowledged", before.acknowledged(), values),
                choice(Meaning.class, typed, "received", before.received(), values),
                choice(Meaning.class, typed, "withErrors", before.withErrors(), values));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Map<String, String> typed, String field, E before, FormValues values) {
        if (!typed.containsKey(field)) {
            return before;
        }
        return Constants.of(type, typed.getOrDefault(field, "")).orElseGet(() -> {
            values.wrong(field, "problem.choice");
            return before;
        });
    }

    private static @Nullable Integer deadline(FormValues values) {
        BigDecimal minutes = values.number("deadline");
        if (minutes == null) {
            return null;
        }
        boolean whole = minutes.stripTrailingZeros().scale() <= 0;
        if (!whole || minutes.signum() == 0 || minutes.intValue() > AcknowledgementPolicy.LONGEST_DEADLINE_MINUTES
                || minutes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            values.wrong("deadline", "agreement.problem.deadline");
            return null;
        }
        return minutes.intValue();
    }
}

package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.trading.partner.AgreementTerms.Receiving;
import io.tradelane.trading.partner.DuplicatePolicy;
import io.tradelane.trading.partner.DuplicatePolicy.Treatment;
import io.tradelane.trading.partner.SequencePolicy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What is agreed about what a partner sends, as fields. */
final class ReceivingForm {

    private ReceivingForm() {}

    static Map<String, String> values(Receiving terms) {
        Map<String, String> values = new HashMap<>();
        DuplicatePolicy duplicates = terms.duplicates();
        values.put("repeated", Constants.word(duplicates.repeated()));
        values.put("reused", Constants.word(duplicates.reused()));
        values.put("reuseAfterDays", duplicates.reuseAfterDays() == null ? "" : duplicates.reuseAfterDays().toString());
        values.put("documentRepeated", Constants.word(duplicates.documentRepeated()));
        values.put("documentReused", Constants.word(duplicates.documentReused()));
        values.put("sequence", Constants.word(terms.sequence()));
        return values;
    }

    static void choices(Model model) {
        model.addAttribute("treatments", Treatment.values());
        model.addAttribute("sequences", SequencePolicy.values());
    }

    /** What is not on the form stays as it is. */
    static Receiving read(Receiving before, Map<String, String> typed, FormValues values) {
        DuplicatePolicy was = before.duplicates();
        return new Receiving(
                new DuplicatePolicy(
                        choice(Treatment.class, typed, "repeated", was.repeated(), values),
                        choice(Treatment.class, typed, "reused", was.reused(), values),
                        typed.containsKey("reuseAfterDays") ? days(values) : was.reuseAfterDays(),
                        choice(Treatment.class, typed, "documentRepeated", was.documentRepeated(), values),
                        choice(Treatment.class, typed, "documentReused", was.documentReused(), values)),
                choice(SequencePolicy.class, typed, "sequence", before.sequence(), values));
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

    private static @Nullable Integer days(FormValues values) {
        BigDecimal days = values.number("reuseAfterDays");
        if (days == null) {
            return null;
        }
        if (days.stripTrailingZeros().scale() > 0 || days.signum() == 0 || days.compareTo(BigDecimal.valueOf(DuplicatePolicy.MOST_DAYS)) > 0) {
            values.wrong("reuseAfterDays", "agreement.problem.days");
            return null;
        }
        return days.intValue();
    }
}

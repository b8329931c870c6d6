package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Radar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed of a term; what an acknowledgement has to keep stands in its agreement. */
final class RadarTerms {
    static final List<Kind> KINDS = List.of(Kind.RECEIPT, Kind.ORDER_RESPONSE, Kind.DESPATCH_ADVICE, Kind.RECEIPT_ADVICE, Kind.INVOICE, Kind.PAYMENT);
    private static final int LONGEST_HOURS = 8760;

    private RadarTerms() {}

    /** Hours, or nothing for what is not waited for. A company speaks for itself. @return null when it is none */
    static Radar.@Nullable Term of(Map<String, String> form, boolean withHours) {
        Kind kind = Constants.of(Kind.class, form.getOrDefault("kind", "")).filter(KINDS::contains).orElse(null);
        String hours = form.getOrDefault("hours", "").strip();
        if (kind == null || withHours && !hours.isEmpty() && (!hours.matches("\\d{1,4}") || Integer.parseInt(hours) > LONGEST_HOURS)) {
            return null;
        }
        return new Radar.Term(kind, creditor(RadarPage.uuid(form.get("creditor"))), RadarPage.uuid(form.get("debtor")),
                !withHours || hours.isEmpty() ? null : Integer.valueOf(Integer.parseInt(hours) * 60));
    }

    static @Nullable UUID creditor(@Nullable UUID said) {
        Caller caller = Caller.current();
        return caller.isOperator() ? said : caller.organisation();
    }
}

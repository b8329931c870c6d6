package io.tradelane.portal.payment;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.payment.RemittanceCase;
import io.tradelane.trading.payment.RemittanceView;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How remittance advices are spoken of, in templates {@code #remittanceWords}. */
@Component("remittanceWords")
class RemittanceWords implements Vocabulary {
    private final Words words;

    RemittanceWords(Words words) {
        this.words = words;
    }

    public String partner(RemittanceView advice) {
        Caller caller = Caller.current();
        if (caller.isSelf(advice.buyer().id())) {
            return words.name(advice.supplier());
        }
        return caller.isSelf(advice.supplier().id()) ? words.name(advice.buyer()) : words.name(advice.buyer()) + " → " + words.name(advice.supplier());
    }

    /** The payer's reason: what its code means, and its own words. X12 codes have two digits, and are shown as they are. */
    public String reason(RemittanceCase found) {
        String reason = Stream.of(found.code() == null ? null : words.textOr("adjustment." + found.code(), found.code()), found.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return reason.isEmpty() ? "–" : reason;
    }
}

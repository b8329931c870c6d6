package io.tradelane.portal.onboarding;

import io.tradelane.portal.exchange.Finding;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeFilter;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.partner.Onboarding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What came from the partner and went to it in the sandbox, and what was found in it, in words. */
@Component
class Trials {
    private static final int SHOWN = 20;
    private static final int MESSAGES = 3;
    private static final int FINDINGS = 3;
    private final Interchanges interchanges;

    Trials(Interchanges interchanges) {
        this.interchanges = interchanges;
    }

    /** @param messages the first of them @param findings the first of them, and those of the envelope */
    record Trial(Interchange interchange, List<Message> messages, List<Finding> findings) {}

    /** The newest first; none for who may not see the twin's documents. */
    List<Trial> of(Onboarding onboarding) {
        Locale language = LocaleContextHolder.getLocale();
        return interchanges.list(new InterchangeFilter(null, Set.of(), onboarding.twin()), null, SHOWN).items().stream().map(one -> {
            List<Message> messages = interchanges.messages(one.id(), -1, MESSAGES);
            List<Finding> findings = new ArrayList<>(Finding.of(one.findings(), language));
            messages.forEach(message -> findings.addAll(Finding.of(message.findings(), language)));
            return new Trial(one, messages, findings.stream().limit(FINDINGS).toList());
        }).toList();
    }
}

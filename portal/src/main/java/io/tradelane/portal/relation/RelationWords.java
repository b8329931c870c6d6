package io.tradelane.portal.relation;

import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.trading.relation.Recommended;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Why a company is recommended, in templates {@code #relationWords}. */
@Component("relationWords")
class RelationWords implements Vocabulary {
    private final MessageSource messages;

    RelationWords(MessageSource messages) {
        this.messages = messages;
    }

    public String reason(Recommended.Reason reason) {
        return reason(reason, LocaleContextHolder.getLocale());
    }

    String reason(Recommended.Reason reason, Locale locale) {
        return messages.getMessage("recommended.reason." + reason.code(), reason.args().toArray(), locale);
    }
}

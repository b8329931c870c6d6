package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.Incident;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How incidents are spoken of, in templates {@code #incidentWords}. */
@Component("incidentWords")
class IncidentWords implements Vocabulary {
    private final Words words;
    private final Formats formats;

    IncidentWords(Words words, Formats formats) {
        this.formats = formats;
        this.words = words;
    }

    public String summary(Incident incident) {
        return incident.summary(LocaleContextHolder.getLocale(), formats.zone());
    }

    public String cause(String cause) {
        return words.textOr("cause." + cause, cause);
    }
}

package io.tradelane.trading.incident;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subject and text of a notice, in one language or in several below each other. Keys {@code notice.ALERT.subject} and {@code notice.ALERT.body}. */
record NoticeText(String subject, String body) {

    static NoticeText of(String key, Map<String, String> args, Locale... locales) {
        return new NoticeText(
                Stream.of(locales).map(locale -> IncidentTexts.summary("notice." + key + ".subject", args, locale)).collect(Collectors.joining(" / ")),
                Stream.of(locales).map(locale -> IncidentTexts.summary("notice." + key + ".body", args, locale)).collect(Collectors.joining("\n\n")));
    }
}

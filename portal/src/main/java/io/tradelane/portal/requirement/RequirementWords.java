package io.tradelane.portal.requirement;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.requirement.LineMatches;
import io.tradelane.trading.requirement.PastedLines;
import io.tradelane.trading.requirement.RequirementView;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How requirements and what fits them are told, in templates {@code #requirementWords}. */
@Component("requirementWords")
class RequirementWords implements Vocabulary {
    private final Words words;
    private final Formats formats;
    private final MessageSource messages;

    RequirementWords(Words words, Formats formats, MessageSource messages) {
        this.words = words;
        this.formats = formats;
        this.messages = messages;
    }

    /** What a line needs, in the words of whoever wrote it. */
    public String name(RequirementView.Line line) {
        String chosen = line.chosen() == null ? null : line.chosen().name(words.chinese());
        return Stream.of(line.description(), chosen, line.article()).filter(one -> one != null).findFirst().orElse("\u2013");
    }

    public String reason(LineMatches.Reason reason) {
        return words.text("match.reason." + reason.code(), reason.args().toArray());
    }

    String reason(LineMatches.Reason reason, Locale locale) {
        return messages.getMessage("match.reason." + reason.code(), reason.args().toArray(), locale);
    }

    /** {@code Row 3, quantity “many”: Enter a number.} */
    List<String> faults(List<PastedLines.Fault> faults) {
        return faults.stream().map(fault -> fault(fault, words.chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)).toList();
    }

    String fault(PastedLines.Fault fault, Locale locale) {
        String problem = messages.getMessage("problem." + fault.code(), null, locale);
        String column = fault.column() == null ? "" : messages.getMessage("PastedLines.Column." + fault.column().name(), null, locale);
        return fault.column() == null ? messages.getMessage("requirement.paste.row", new Object[] {fault.row(), problem}, locale)
                : messages.getMessage("requirement.paste.cell", new Object[] {fault.row(), column, fault.value(), problem}, locale);
    }

    /** Who did what since, a line each. */
    List<String> changes(List<TimelineEntry> entries) {
        return entries.stream().map(entry -> words.text("requirement.change", formats.time(entry.at()), entry.actor(), words.textOr("timeline.REQUIREMENT." + entry.event(), entry.event()),
                changed(entry))).toList();
    }

    private String changed(TimelineEntry entry) {
        return new TreeMap<>(entry.details()).entrySet().stream().filter(detail -> !detail.getKey().equals("version") && !detail.getKey().equals("as"))
                .map(detail -> (detail.getKey().startsWith("line ") ? words.text("rfq.ofLine", detail.getKey().substring(5)) : words.textOr("detail." + detail.getKey(), detail.getKey()))
                        + " " + detail.getValue())
                .collect(Collectors.joining("; "));
    }
}

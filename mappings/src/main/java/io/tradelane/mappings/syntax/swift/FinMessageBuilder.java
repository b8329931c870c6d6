package io.tradelane.mappings.syntax.swift;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.swift.FinLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message that is being read. */
final class FinMessageBuilder {
    private static final int BIC_AT_INPUT = 4;
    /** After O, type, time, date of the sender's session. */
    private static final int BIC_AT_OUTPUT = 14;
    private static final int TERMINAL_LENGTH = 12;

    private final Limits limits;
    private final SwiftReport report;
    private final List<FinField> fields = new ArrayList<>();
    private String basic = "";
    private String application = "";
    private String user = "";
    private String hint;
    private boolean textBlock;
    private int startLine;
    private long start = -1;
    private long end;
    private String tag = "";
    private List<String> value = List.of();
    private @Nullable Line tagLine;

    /** @param hint what the lines around the messages before said of the type, or empty */
    FinMessageBuilder(Limits limits, String hint) {
        this.limits = limits;
        this.hint = hint;
        this.report = new SwiftReport(limits.messageFindings());
    }

    SwiftReport report() {
        return report;
    }

    /** Whether a field was read. */
    boolean open() {
        return !tag.isEmpty() || !fields.isEmpty();
    }

    /** Whether :20: still belongs to it: its text block has begun with another field, such as the :15A: of a first sequence. */
    boolean leadsToReference() {
        return textBlock && !tag.equals("20") && fields.stream().noneMatch(field -> field.tag().equals("20"));
    }

    /** Of the field that goes on, empty when none does. */
    String tag() {
        return tag;
    }

    /** Whether the message could end here: its last balance or sum is there, or it is none of a statement. */
    boolean closing() {
        return !tag.equals("61") && !tag.equals("86") || fields.stream().anyMatch(field -> field.is("62") || field.is("90"));
    }

    String hint() {
        return hint;
    }

    void hint(String type) {
        hint = type;
    }

    void takes(Line line) {
        end = line.end();
    }

    private void begin(Line line, int at) {
        if (start < 0) {
            start = line.offset() + at;
            startLine = line.number();
        }
        end = line.end();
    }

    void block(char id, String content, Line line, int at) {
        begin(line, at);
        switch (id) {
            case '1' -> basic = content;
            case '2' -> application = content;
            case '3' -> user = content;
            default -> { }
        }
    }

    void text(Line line, int at) {
        begin(line, at);
        textBlock = true;
    }

    void field(String name, String text, Line line) {
        keep();
        begin(line, 0);
        tag = name;
        tagLine = line;
        value = new ArrayList<>();
        value.add(clean(text));
    }

    void continues(String text, Line line) {
        if (tag.isEmpty()) {
            outside(text);
            return;
        }
        if (FinTags.oneLine(tag)) {
            boolean over = tag.startsWith("62") || tag.startsWith("64") || tag.startsWith("65") || tag.startsWith("90");
            if (!over) {
                Position place = new Position(line.number(), 1, line.offset(), tag, fields.size() + 1, 0, 0);
                report.add(SwiftError.TEXT_UNEXPECTED, place, text.strip(), null);
            }
            return;
        }
        end = line.end();
        if (value.size() < limits.freeTextBytes() / 64) {
            value.add(clean(text));
        }
    }

    /** Lines before a message, as ABN AMRO and ING write them: {@code 940}, {@code 940 00}. */
    private void outside(String text) {
        String word = text.strip();
        if (word.length() >= 3 && FinTags.typeHint(word.substring(0, 3)) && (word.length() == 3 || word.charAt(3) == ' ')) {
            hint = word.substring(0, 3);
        }
    }

    private void keep() {
        if (tagLine != null) {
            if (fields.size() < limits.messageSegments()) {
                fields.add(new FinField(tag, List.copyOf(value), tagLine.number(), tagLine.offset(), fields.size() + 1));
            } else {
                String most = Integer.toString(limits.messageSegments());
                report.add(SwiftError.MESSAGE_TOO_LARGE, new Position(tagLine.number(), 1, tagLine.offset(), tag, 0, 0, 0), null, most);
            }
        }
        tag = "";
        tagLine = null;
    }

    /** {@code null} when there was nothing but blocks. */
    @Nullable FinMessage finish(boolean closed) {
        keep();
        if (fields.isEmpty()) {
            return null;
        }
        if (textBlock && !closed) {
            report.add(SwiftError.TEXT_NOT_CLOSED, new Position(startLine, 1, start, null, 0, 0, 0), null, null);
        }
        boolean output = application.startsWith("O");
        String named = application.length() >= 4 && FinTags.typeHint(application.substring(1, 4)) ? application.substring(1, 4) : hint;
        String own = bic(basic, basic.startsWith("F") || basic.startsWith("D") ? 3 : 2);
        String other = bic(application, output ? BIC_AT_OUTPUT : BIC_AT_INPUT);
        return new FinMessage(
                FinType.of(named, fields), empty(output ? other : own), empty(output ? own : other), endToEnd(), List.copyOf(fields),
                startLine, start, end, report);
    }

    /** A logical terminal without its terminal code: ABNANL2AAXXX is ABNANL2AXXX. */
    private static String bic(String block, int at) {
        if (block.length() < at + 8) {
            return "";
        }
        String terminal = block.substring(at, Math.min(block.length(), at + TERMINAL_LENGTH)).strip();
        return terminal.length() == TERMINAL_LENGTH ? terminal.substring(0, 8) + terminal.substring(9) : terminal;
    }

    private @Nullable String endToEnd() {
        int at = user.indexOf("{121:");
        int last = at < 0 ? -1 : user.indexOf('}', at);
        return last < 0 ? null : empty(user.substring(at + 5, last));
    }

    private static @Nullable String empty(String text) {
        return text.isBlank() ? null : text;
    }

    private static String clean(String text) {
        if (!ControlCharacters.in(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!ControlCharacters.is(text.charAt(i))) {
                clean.append(text.charAt(i));
            }
        }
        return clean.toString();
    }
}

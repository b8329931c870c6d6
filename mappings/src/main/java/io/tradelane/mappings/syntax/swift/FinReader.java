package io.tradelane.mappings.syntax.swift;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.swift.FinLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages one by one, holding one at a time. Around the messages banks write lines of their own (their BIC, the type of
 * message, control characters), and often leave blocks and ends out: a message begins with its blocks or with :20:, and ends with
 * a line that begins with a hyphen, or where the next one begins.
 */
public final class FinReader {
    private final FinLines lines;
    private final Limits limits;
    private final Consumer<FinMessage> messages;
    private final SwiftReport outer;
    private FinMessageBuilder message;
    private int count;
    private boolean stopped;

    private FinReader(InputStream bytes, Limits limits, Consumer<FinMessage> messages) {
        this.lines = new FinLines(bytes, limits.interchangeBytes(), limits.segmentBytes());
        this.limits = limits;
        this.messages = messages;
        this.outer = new SwiftReport(limits.messageFindings());
        this.message = new FinMessageBuilder(limits, "");
    }

    /** @return findings about the input as a whole */
    public static List<Finding> read(InputStream bytes, Limits limits, Consumer<FinMessage> messages) throws IOException {
        return new FinReader(bytes, limits, messages).run();
    }

    private List<Finding> run() throws IOException {
        for (Line line = lines.next(); line != null && !stopped; line = lines.next()) {
            line(line);
        }
        finish(false);
        if (lines.exceeded()) {
            outer.add(SwiftError.INPUT_TOO_LARGE, Position.NONE, null, Long.toString(limits.interchangeBytes()));
        }
        if (count == 0 && !stopped && !lines.exceeded()) {
            outer.add(SwiftError.NO_MESSAGE, Position.NONE, null, null);
        }
        return outer.findings();
    }

    private void line(Line line) throws IOException {
        if (line.cut()) {
            message.report().add(SwiftError.LINE_TOO_LONG, place(line), null, Integer.toString(limits.segmentBytes()));
        }
        String text = line.text();
        int start = 0;
        while (start < text.length() && (text.charAt(start) < ' ' || text.charAt(start) == '$')) {
            start++;
        }
        if (block(text, start)) {
            blocks(text, start, line);
        } else if (message.open() && start < text.length() && text.charAt(start) == '-' && ends(text.substring(start).strip())) {
            message.takes(line);
            boolean closed = text.startsWith("-}", start);
            finish(closed);
            blocks(text, closed ? start + 2 : text.length(), line);
        } else {
            text(start == 0 ? text : text.substring(start), line);
        }
    }

    private void text(String text, Line line) throws IOException {
        String tag = FinTags.of(text, message.tag());
        if (tag.equals("20") && message.tag().equals("86") && !message.closing() && !headFollows()) {
            tag = "";
        }
        if (tag.isEmpty()) {
            message.continues(text, line);
        } else if (FinTags.typeHint(tag)) {
            finish(false);
            message.hint(tag);
        } else {
            if (tag.equals("20") && message.open() && !message.leadsToReference()) {
                finish(false);
            }
            message.field(tag, text.substring(tag.length() + 2), line);
        }
    }

    /** A hyphen may also be where a bank broke a line of text; then the message goes on. */
    private boolean ends(String text) throws IOException {
        if (text.startsWith("-}")) {
            return true;
        }
        if (text.length() > 1) {
            return text.length() <= 4 && message.closing();
        }
        Line next = lines.peek();
        String tag = next == null ? "" : FinTags.of(next.text(), "");
        return tag.isEmpty() || tag.equals("20") || FinTags.typeHint(tag);
    }

    /** After :20: another field comes; after a time of day that was broken at its colon, text does. */
    private boolean headFollows() throws IOException {
        Line next = lines.peek();
        return next == null || !FinTags.of(next.text(), "").isEmpty();
    }

    private static boolean block(String text, int start) {
        return text.length() > start + 2 && text.charAt(start) == '{' && text.charAt(start + 1) >= '1' && text.charAt(start + 1) <= '5'
                && text.charAt(start + 2) == ':';
    }

    private void blocks(String text, int from, Line line) throws IOException {
        int start = text.indexOf('{', from);
        while (start >= 0) {
            if (!block(text, start)) {
                start = text.indexOf('{', start + 1);
                continue;
            }
            char id = text.charAt(start + 1);
            if (id == '1' || id != '5' && message.open()) {
                finish(false);
            }
            if (id == '4') {
                message.text(line, start);
                String rest = text.substring(start + 3);
                if (!rest.isBlank() && !rest.startsWith("{")) {
                    text(rest, line);
                }
                return;
            }
            int end = end(text, start);
            message.block(id, text.substring(start + 3, end), line, start);
            start = text.indexOf('{', end);
        }
    }

    /** Where the block that begins at {@code start} ends, its brace exclusive. */
    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void finish(boolean closed) {
        @Nullable FinMessage read = message.finish(closed);
        message = new FinMessageBuilder(limits, message.hint());
        if (read == null || stopped) {
            return;
        }
        if (count == limits.interchangeMessages()) {
            outer.add(SwiftError.TOO_MANY_MESSAGES, Position.NONE, null, Integer.toString(count));
            stopped = true;
            return;
        }
        count++;
        FinCheck.check(read);
        messages.accept(read);
    }

    private static Position place(Line line) {
        return new Position(line.number(), 1, line.offset(), null, 0, 0, 0);
    }
}

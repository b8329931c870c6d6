package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** UCM groups: the answer to each message, with UCS for a segment and UCD for an element in it. */
final class MessageResponseRows {
    private static final String[] IDENTIFIER = {"type", "version", "release", "agency", "association"};

    private MessageResponseRows() {}

    static List<Message> read(Row acknowledgement, MappingReport report) {
        List<Message> messages = new ArrayList<>();
        for (Row row : acknowledgement.rows("messages")) {
            Action action = SyntaxAcknowledgementMapping.action(row, report);
            String reference = row.text("reference");
            if (action != null && reference != null) {
                messages.add(new Message(reference, identifier(row), action, errors(row)));
            }
        }
        return List.copyOf(messages);
    }

    private static String identifier(Row row) {
        String joined = Stream.of(IDENTIFIER).map(row::text).map(text -> text == null ? "" : text).collect(Collectors.joining(":"));
        return joined.replaceAll(":+$", "");
    }

    private static List<SyntaxError> errors(Row message) {
        List<SyntaxError> errors = new ArrayList<>();
        if (message.text("error") != null) {
            errors.add(error(message, null));
        }
        for (Row segment : message.rows("segments")) {
            Integer position = number(segment, "position");
            if (segment.text("error") != null) {
                errors.add(new SyntaxError(String.valueOf(segment.text("error")), null, position, null, null));
            }
            for (Row element : segment.rows("elements")) {
                errors.add(new SyntaxError(
                        String.valueOf(element.text("error")), null, position, number(element, "element"), number(element, "component")));
            }
        }
        return List.copyOf(errors);
    }

    /** Of a UCI or UCM row that names an error. */
    static SyntaxError error(Row row, @Nullable Integer position) {
        return new SyntaxError(
                String.valueOf(row.text("error")), row.text("segment"), position, number(row, "element"), number(row, "component"));
    }

    private static @Nullable Integer number(Row row, String field) {
        BigDecimal value = row.decimal(field);
        return value == null ? null : value.intValue();
    }

    static void write(List<Message> messages, Row acknowledgement) {
        for (Message message : messages) {
            Row row = acknowledgement.add("messages").set("reference", message.reference()).set("action", message.action().code());
            String[] parts = message.identifier().split(":");
            for (int i = 0; i < Math.min(parts.length, IDENTIFIER.length); i++) {
                row.set(IDENTIFIER[i], parts[i].isEmpty() ? null : parts[i]);
            }
            errors(message.errors(), row);
        }
    }

    /** One UCM holds one error of its own; those at a place follow in UCS, elements of one segment together. */
    private static void errors(List<SyntaxError> errors, Row message) {
        Row segment = null;
        Integer last = null;
        for (SyntaxError error : errors) {
            if (error.segmentPosition() == null) {
                if (!message.has("error")) {
                    write(error, message);
                }
            } else if (error.element() == null) {
                last = error.segmentPosition();
                segment = message.add("segments").set("position", BigDecimal.valueOf(last)).set("error", error.code());
            } else {
                if (segment == null || !error.segmentPosition().equals(last)) {
                    last = error.segmentPosition();
                    segment = message.add("segments").set("position", BigDecimal.valueOf(last));
                }
                place(segment.add("elements").set("error", error.code()), error);
            }
        }
    }

    static void write(SyntaxError error, Row row) {
        place(row.set("error", error.code()).set("segment", error.segment()), error);
    }

    private static void place(Row row, SyntaxError error) {
        row.set("element", error.element() == null ? null : BigDecimal.valueOf(error.element()));
        row.set("component", error.component() == null ? null : BigDecimal.valueOf(error.component()));
    }
}

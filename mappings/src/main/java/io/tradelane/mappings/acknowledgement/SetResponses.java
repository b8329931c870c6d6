package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AK2 loops: the answer to each set, with AK3 or IK3 for a segment and AK4 or IK4 for an element in it. */
final class SetResponses {
    /** AK304: the segment has errors in its elements. */
    private static final String ELEMENTS = "8";
    private static final int VALUE = 99;

    private SetResponses() {}

    static List<Message> read(Row acknowledgement, MappingReport report) {
        List<Message> messages = new ArrayList<>();
        for (Row row : acknowledgement.rows("sets")) {
            Action action = X12GroupAcknowledgementMapping.action(row.text("action"), row, report);
            String convention = row.text("convention");
            if (action != null && row.text("number") != null) {
                String identifier = String.valueOf(row.text("type")) + (convention == null ? "" : ":" + convention);
                messages.add(new Message(row.text("number"), identifier, action, errors(row)));
            }
        }
        return List.copyOf(messages);
    }

    private static List<SyntaxError> errors(Row set) {
        List<SyntaxError> errors = new ArrayList<>();
        X12GroupAcknowledgementMapping.errors(set).forEach(code -> errors.add(new SyntaxError(code, null, null, null, null)));
        for (Row segment : set.rows("segments")) {
            Integer position = number(segment, "position");
            String tag = segment.text("segment");
            List<Row> elements = segment.rows("elements");
            String code = segment.text("error");
            if (code != null && !(code.equals(ELEMENTS) && !elements.isEmpty())) {
                errors.add(new SyntaxError(code, tag, position, null, null));
            }
            for (Row element : elements) {
                errors.add(new SyntaxError(
                        String.valueOf(element.text("error")), tag, position, number(element, "element"), number(element, "component"), element.text("value")));
            }
        }
        return List.copyOf(errors);
    }

    private static @Nullable Integer number(Row row, String field) {
        BigDecimal value = row.decimal(field);
        return value == null ? null : value.intValue();
    }

    static void write(List<Message> messages, Row acknowledgement, String version) {
        for (Message message : messages) {
            String[] identifier = message.identifier().split(":", 2);
            Row row = acknowledgement.add("sets").set("type", identifier[0]).set("number", message.reference());
            row.set("convention", identifier.length > 1 && version.compareTo("005010") >= 0 ? identifier[1] : null);
            boolean rejected = message.action() == Action.REJECTED;
            row.set("action", rejected ? "R" : message.errors().isEmpty() && message.action() != Action.ACCEPTED_WITH_ERRORS ? "A" : "E");
            List<String> own = message.errors().stream().filter(error -> error.segmentPosition() == null).map(SyntaxError::code).distinct().toList();
            X12GroupAcknowledgementMapping.writeErrors(own, row);
            segments(message.errors(), row);
        }
    }

    /** Elements of one segment stand together. */
    private static void segments(List<SyntaxError> errors, Row set) {
        Row segment = null;
        SyntaxError last = null;
        for (SyntaxError error : errors) {
            if (error.segmentPosition() == null) {
                continue;
            }
            boolean same = segment != null && last != null && error.element() != null && last.element() != null
                    && error.segmentPosition().equals(last.segmentPosition());
            if (!same) {
                segment = set.add("segments").set("segment", error.segment() == null ? "ST" : error.segment());
                segment.set("position", BigDecimal.valueOf(error.segmentPosition())).set("error", error.element() == null ? error.code() : ELEMENTS);
            }
            if (error.element() != null) {
                element(error, segment.add("elements"));
            }
            last = error;
        }
    }

    private static void element(SyntaxError error, Row row) {
        row.set("element", BigDecimal.valueOf(error.element())).set("error", error.code());
        row.set("component", error.component() == null ? null : BigDecimal.valueOf(error.component()));
        String value = error.value();
        row.set("value", value == null ? null : value.substring(0, Math.min(VALUE, value.length())));
    }
}

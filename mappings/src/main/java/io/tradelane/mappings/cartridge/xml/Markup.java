package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.ValueWriter;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row becomes in XML: an element, or those of its child rows. */
sealed interface Markup {

    record Output(XmlWriter writer, XmlReport report) {}

    /** @return whether a value was written */
    boolean emit(Row row, Output out);

    /** A value for a text or an attribute: of a field, or fixed. */
    record Value(int slot, Declaration.@Nullable Field field, @Nullable String constant) {

        @Nullable String text(Row row) {
            if (field == null) {
                return constant;
            }
            Object value = row.value(slot);
            String text = value == null ? null : field.type().write(value, field.pattern());
            return text != null && text.isEmpty() && !field.empty() ? null : text;
        }

        boolean isConstant() {
            return field == null;
        }

        void check(String text, String path, Output out) {
            if (field != null && field.max() > 0 && field.join() == null && text.codePointCount(0, text.length()) > field.max()) {
                out.report().add(XmlError.TOO_LONG, 0, 0, path, text, Integer.toString(field.max()));
            }
        }

        /** Several where the declaration joins them. */
        List<String> pieces(String text) {
            if (field == null || field.join() == null || text.isEmpty()) {
                return List.of(text);
            }
            if (field.max() > 0) {
                return ValueWriter.cut(text, field.join(), field.max());
            }
            return field.join().isEmpty() ? List.of(text)
                    : List.of(text.split(java.util.regex.Pattern.quote(field.join()))).stream().filter(piece -> !piece.isBlank()).toList();
        }
    }

    record Attribute(String name, Value value) {}

    /** A field or a kind of rows that an element cannot do without. */
    record Needed(int slot, int child, String path) {}

    /** One element; of those that compile gave it, all that have a value are written. */
    final class Element implements Markup {
        private final Path.Name name;
        private final String path;
        /** Attributes that conditions ask for, and declared ones. */
        final List<Attribute> attributes = new ArrayList<>();
        /** The first that has a text is written. */
        final List<Value> texts = new ArrayList<>();
        final List<Markup> content = new ArrayList<>();
        final List<Needed> needed = new ArrayList<>();
        /** Nothing in it is a value of the row: written wherever the element around it is. */
        private boolean constant;

        Element(Path.Name name, String path) {
            this.name = name;
            this.path = path;
        }

        /** When all is known that it may have. */
        void finish() {
            constant = texts.stream().allMatch(Value::isConstant)
                    && attributes.stream().map(Attribute::value).allMatch(Value::isConstant);
            for (Markup below : content) {
                Element element = below instanceof Rows rows ? rows.element() : (Element) below;
                element.finish();
                constant &= element.constant && element == below;
            }
        }

        Path.Name name() {
            return name;
        }

        String path() {
            return path;
        }

        String tag() {
            return name.toString();
        }

        @Override
        public boolean emit(Row row, Output out) {
            Value source = source(row);
            String text = source == null ? null : source.text(row);
            if (source == null || text == null) {
                return one(row, out, null, null, false, () -> { });
            }
            source.check(text, path, out);
            boolean valued = false;
            for (String piece : source.pieces(text)) {
                valued |= one(row, out, piece, source, false, () -> { });
            }
            return valued;
        }

        /**
         * Of a row, which is written whatever it has.
         *
         * @param opening after the start tag
         */
        void write(Row row, Output out, Runnable opening) {
            Value source = source(row);
            String text = source == null ? null : source.text(row);
            if (source != null && text != null) {
                source.check(text, path, out);
            }
            one(row, out, text, source, true, opening);
        }

        /** The first that has a text. */
        private @Nullable Value source(Row row) {
            for (Value candidate : texts) {
                if (candidate.text(row) != null) {
                    return candidate;
                }
            }
            return null;
        }

        private boolean one(Row row, Output out, @Nullable String text, @Nullable Value source, boolean forced, Runnable opening) {
            XmlWriter writer = out.writer();
            XmlWriter.Mark mark = writer.mark();
            writer.start(tag());
            opening.run();
            boolean valued = forced || source != null && !source.isConstant();
            for (Attribute attribute : attributes) {
                String value = attribute.value().text(row);
                if (value != null) {
                    attribute.value().check(value, path + "/@" + attribute.name(), out);
                    accepted(writer.attribute(attribute.name(), value), path + "/@" + attribute.name(), value, out);
                    valued |= !attribute.value().isConstant();
                }
            }
            String pattern = source == null || source.field() == null ? null : source.field().pattern();
            if (pattern != null && DateForms.isCode(pattern)) {
                writer.attribute("format", pattern);
            }
            if (text != null) {
                accepted(writer.text(text), path, text, out);
            }
            for (Markup below : content) {
                valued |= below.emit(row, out);
            }
            if (!valued && !constant) {
                writer.back(mark);
                return false;
            }
            writer.end(tag());
            missing(row, out);
            return valued;
        }

        private void missing(Row row, Output out) {
            for (Needed wanted : needed) {
                boolean there = wanted.slot() >= 0 ? row.value(wanted.slot()) != null : !row.rows(wanted.child()).isEmpty();
                if (!there) {
                    String last = wanted.path().substring(wanted.path().lastIndexOf('/') + 1);
                    out.report().add(XmlError.MISSING_ELEMENT, 0, 0, wanted.path(), null, last);
                }
            }
        }

        private static void accepted(boolean good, String path, String value, Output out) {
            if (!good) {
                out.report().add(XmlError.CHARACTER_REFUSED, 0, 0, path, value, null);
            }
        }
    }

    /** @param given which rows are written here, when a kind of rows has several places */
    record Rows(int child, Element element, List<Level.GivenValue> given) implements Markup {

        @Override
        public boolean emit(Row row, Output out) {
            boolean written = false;
            for (Row below : row.rows(child)) {
                if (given.stream().allMatch(value -> value.value().equals(below.value(value.slot())))) {
                    element.write(below, out, () -> { });
                    written = true;
                }
            }
            return written;
        }
    }
}

package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.RowLayout;
import io.tradelane.mappings.cartridge.xml.Markup.Attribute;
import io.tradelane.mappings.cartridge.xml.Markup.Element;
import io.tradelane.mappings.cartridge.xml.Markup.Needed;
import io.tradelane.mappings.cartridge.xml.Markup.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a tree of elements of a declaration, in the order in which it names them. */
final class WriteCompiler {

    private record Key(Element parent, Path.Step step) {}

    /** An element that a condition asks for, which is written only if nothing else writes it. */
    private record Implied(Element element, Path.Condition condition) {}

    private final Map<Key, Element> elements = new HashMap<>();
    private final Map<String, String> namespaces = new TreeMap<>();
    private final List<Implied> implied = new ArrayList<>();

    private final Map<String, Integer> lengths;

    private WriteCompiler(Map<String, Integer> lengths) {
        this.lengths = lengths;
    }

    static WritePlan compile(Declaration.Document document, RowLayout layout) {
        return new WriteCompiler(document.lengths()).plan(document, layout);
    }

    private WritePlan plan(Declaration.Document document, RowLayout layout) {
        Path.Name name = document.root().getFirst();
        Element root = new Element(name, "/" + name.local());
        content(document.content(), layout, root);
        implied.reversed().forEach(this::imply);
        root.finish();
        return new WritePlan(root, document.namespace(), namespaces, document.systemId());
    }

    private void content(List<Declaration> content, RowLayout layout, Element base) {
        for (Declaration declared : content) {
            if (!declared.scope().writes()) {
                continue;
            }
            switch (declared) {
                case Declaration.Field field -> {
                    Path at = field.at().getFirst();
                    int slot = layout.slot(field.name());
                    put(at, base, new Value(slot, field, null));
                    if (field.required()) {
                        base.needed.add(new Needed(slot, -1, base.path() + "/" + at.plain()));
                    }
                }
                case Declaration.Constant constant -> put(constant.at(), base, new Value(-1, null, constant.value()));
                case Declaration.Within within -> content(within.content(), layout, element(within.at(), base));
                case Declaration.Rows rows -> rows(rows, layout, base);
                case Declaration.Given given -> { }
                case Declaration.Use use -> throw new IllegalStateException(use.fragment());
            }
        }
    }

    private void rows(Declaration.Rows rows, RowLayout layout, Element base) {
        Path at = rows.at().getFirst();
        Path leading = new Path(at.steps().subList(0, at.steps().size() - 1), null);
        Element parent = element(leading, base);
        int child = layout.child(rows.name());
        RowLayout below = layout.child(child);
        Path.Step last = at.steps().getLast();
        Element element = made(parent, last);
        List<Level.GivenValue> given = rows.content().stream()
                .filter(Declaration.Given.class::isInstance).map(Declaration.Given.class::cast)
                .filter(value -> value.scope().writes())
                .map(value -> new Level.GivenValue(below.slot(value.name()), value.value())).toList();
        parent.content.add(new Markup.Rows(child, element, given));
        if (rows.required()) {
            base.needed.add(new Needed(-1, child, base.path() + "/" + at.plain()));
        }
        content(rows.content(), below, element);
    }

    private void put(Path at, Element base, Value value) {
        Element element = element(at, base);
        Path.Name attribute = at.attribute();
        if (attribute == null) {
            element.texts.add(bounded(value, element.path()));
        } else {
            note(attribute);
            element.attributes.removeIf(before -> value.field() != null && before.value().field() == null
                    && before.name().equals(attribute.toString()));
            element.attributes.add(new Attribute(attribute.toString(), bounded(value, element.path() + "/@" + attribute.local())));
        }
    }

    /** As long as the element or attribute may be, where its field does not say it. */
    private Value bounded(Value value, String path) {
        Declaration.Field field = value.field();
        if (field == null || field.max() > 0 || field.type() != ValueType.STRING) {
            return value;
        }
        int name = path.lastIndexOf('/');
        int parent = path.lastIndexOf('/', name - 1);
        Integer most = lengths.getOrDefault(path.substring(parent + 1), lengths.get(path.substring(name + 1)));
        return most == null ? value : new Value(value.slot(), field.ofLength(most), null);
    }

    private Element element(Path path, Element base) {
        Element element = base;
        for (Path.Step step : path.steps()) {
            Element parent = element;
            Element known = elements.get(new Key(parent, step));
            if (known == null) {
                known = made(parent, step);
                elements.put(new Key(parent, step), known);
                parent.content.add(known);
            }
            element = known;
        }
        return element;
    }

    private Element made(Element parent, Path.Step step) {
        note(step.name());
        Element element = new Element(step.name(), parent.path() + "/" + step.name().local());
        for (Path.Condition condition : step.conditions()) {
            if (!condition.negated()) {
                Path.Name attribute = condition.at().attribute();
                if (condition.ofAttribute()) {
                    note(attribute);
                    element.attributes.add(new Attribute(attribute.toString(), new Value(-1, null, condition.values().getFirst())));
                } else {
                    implied.add(new Implied(element, condition));
                }
            }
        }
        return element;
    }

    /** A condition on a child is written first, one further down last; unless a declaration says where. */
    private void imply(Implied wanted) {
        Path at = wanted.condition().at();
        Element element = wanted.element();
        int before = element.content.size();
        Element target = element(at, element);
        Value value = new Value(-1, null, wanted.condition().values().getFirst());
        boolean written = at.attribute() == null
                ? !target.texts.isEmpty()
                : target.attributes.stream().anyMatch(declared -> declared.name().equals(at.attribute().toString()));
        if (!written) {
            put(at, element, value);
        }
        if (element.content.size() > before && at.steps().size() == 1) {
            element.content.addFirst(element.content.removeLast());
        }
    }

    private void note(Path.Name name) {
        if (!name.prefix().isEmpty() && !name.prefix().equals("xml")) {
            namespaces.put(name.prefix(), name.namespace());
        }
    }
}

package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.syntax.edifact.grammar.DataElement;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.Condition;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same grammar as a schema for StAEDI, code lists included, so that both check the same things. */
final class StaediSchema {

    private final Map<String, String> elements = new LinkedHashMap<>();
    private final Map<String, String> composites = new LinkedHashMap<>();
    private final Map<String, String> segments = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** Of X12: what the types of elements are called, by their number. */
    private final Map<String, String> bases = new HashMap<>();
    private @Nullable X12Directory directory;

    static String of(MessageGrammar message) {
        return new StaediSchema().schema(message);
    }

    /** With the conditions between elements (X12.6), which both check too. */
    static String of(X12Directory directory, MessageGrammar set) {
        StaediSchema schema = new StaediSchema();
        schema.directory = directory;
        return schema.schema(set);
    }

    private String schema(MessageGrammar message) {
        StringBuilder structure = new StringBuilder();
        children(message.root(), structure);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><schema xmlns=\"http://xlate.io/EDISchema/v4\"><transaction><sequence>"
                + structure + "</sequence></transaction>" + String.join("", elements.values())
                + String.join("", composites.values()) + String.join("", segments.values()) + "</schema>";
    }

    private void children(Node group, StringBuilder out) {
        for (Node node : group.children()) {
            String occurs = " minOccurs=\"" + (node.mandatory ? 1 : 0) + "\" maxOccurs=\"" + node.max + "\"";
            if (node.isGroup()) {
                out.append("<loop code=\"G").append(node.group).append('"').append(occurs).append("><sequence>");
                children(node, out);
                out.append("</sequence></loop>");
            } else {
                out.append("<segment type=\"").append(node.segment.tag()).append('"').append(occurs).append("/>");
                if (used.add(node.segment.tag())) {
                    segment(node.segment);
                }
            }
        }
    }

    private void segment(SegmentGrammar segment) {
        SegmentRules rules = directory == null ? null : directory.rules(SegmentTag.of(segment.tag()));
        if (rules != null) {
            learn(rules);
        }
        Layout layout = segment.expanded();
        StringBuilder out = new StringBuilder("<segmentType name=\"" + segment.tag() + "\"><sequence>");
        for (int position = 1; position <= layout.size; position++) {
            String min = " minOccurs=\"" + (layout.isMandatory(position) ? 1 : 0) + "\"/>";
            if (layout.isComposite(position)) {
                composite(layout, position);
                out.append("<composite type=\"").append(layout.id(position)).append('"').append(min);
            } else {
                element(layout.element(position, 1));
                out.append("<element type=\"E").append(layout.id(position)).append('"').append(min);
            }
        }
        segments.put(segment.tag(), out + "</sequence>" + (rules == null ? "" : conditions(rules)) + "</segmentType>");
    }

    private void learn(SegmentRules rules) {
        for (int position = 1; position <= rules.size(); position++) {
            for (SegmentRules.Component component : rules.part(position).components()) {
                bases.put(component.element().id(), switch (component.element().type()) {
                    case N -> "numeric";
                    case R -> "decimal";
                    case DT -> "date";
                    case TM -> "time";
                    case B -> "binary";
                    case AN -> "string";
                    case ID -> component.element().codes() == null ? "string" : "identifier";
                });
            }
        }
    }

    private static String conditions(SegmentRules rules) {
        StringBuilder out = new StringBuilder();
        for (Condition condition : rules.conditions()) {
            String type = switch (condition.kind()) {
                case 'P' -> "paired";
                case 'R' -> "required";
                case 'E' -> "exclusion";
                case 'C' -> "conditional";
                default -> "list";
            };
            out.append("<syntax type=\"").append(type).append("\">");
            for (int at = 1; at < condition.name().length(); at += 2) {
                out.append("<position>").append(Integer.parseInt(condition.name().substring(at, at + 2))).append("</position>");
            }
            out.append("</syntax>");
        }
        return out.toString();
    }

    private void composite(Layout layout, int position) {
        StringBuilder out = new StringBuilder("<compositeType name=\"" + layout.id(position) + "\"><sequence>");
        for (int component = 1; component <= layout.components(position); component++) {
            DataElement element = layout.element(position, component);
            element(element);
            out.append("<element type=\"E").append(element.id()).append("\" minOccurs=\"")
                    .append(layout.isMandatory(position, component) ? 1 : 0).append("\"/>");
        }
        composites.putIfAbsent(layout.id(position), out + "</sequence></compositeType>");
    }

    private void element(DataElement element) {
        if (elements.containsKey("E" + element.id())) {
            return;
        }
        String base = directory != null ? bases.get(element.id()) : element.numeric() ? "decimal" : element.codes() != null ? "identifier" : "string";
        StringBuilder out = new StringBuilder("<elementType name=\"E" + element.id() + "\" code=\"" + element.id() + "\" base=\"" + base
                + "\" minLength=\"" + Math.max(element.min(), 1) + "\" maxLength=\"" + element.max() + "\"");
        if (element.codes() == null) {
            out.append("/>");
        } else {
            out.append("><enumeration>");
            element.codes().codes().forEach(code -> out.append("<value>").append(code).append("</value>"));
            out.append("</enumeration></elementType>");
        }
        elements.put("E" + element.id(), out.toString());
    }
}

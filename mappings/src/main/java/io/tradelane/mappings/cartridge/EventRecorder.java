package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Keeps the coarse events of a message until it has been read: where groups begin, and the segments asked for with
 * their components as attributes ({@code e3.1} is the first component of the third element).
 */
final class EventRecorder implements InterchangeHandler.SegmentHandler {

    private record Event(Node node, @Nullable AttributesImpl components) {}

    private final Set<String> wanted;
    private final List<Event> events = new ArrayList<>();

    EventRecorder(List<String> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    @Override
    public void segment(Segment segment, Node node, Layout layout) {
        boolean asked = wanted.contains(segment.tagText());
        if (asked || node.isLeader()) {
            events.add(new Event(node, asked ? components(segment) : null));
        }
    }

    private static AttributesImpl components(Segment segment) {
        AttributesImpl attributes = new AttributesImpl();
        for (int element = 1; element <= segment.elements(); element++) {
            int count = segment.components(element);
            for (int component = 1; component <= count; component++) {
                String text = segment.text(element, component);
                if (text != null) {
                    String name = count == 1 ? "e" + element : "e" + element + "." + component;
                    attributes.addAttribute("", name, name, "CDATA", text);
                }
            }
        }
        return attributes;
    }

    void replay(ContentHandler handler) throws SAXException {
        Deque<Node> open = new ArrayDeque<>();
        for (Event event : events) {
            Node node = event.node();
            Node inside = node.isLeader() ? node.parent.parent : node.parent;
            while (!open.isEmpty() && open.peek() != inside) {
                end(handler, "group");
                open.pop();
            }
            if (node.isLeader()) {
                AttributesImpl attributes = new AttributesImpl();
                attributes.addAttribute("", "name", "name", "CDATA", node.segment.tag());
                attributes.addAttribute("", "number", "number", "CDATA", String.valueOf(node.parent.group));
                handler.startElement("", "group", "group", attributes);
                open.push(node.parent);
            }
            if (event.components() != null) {
                handler.startElement("", node.segment.tag(), node.segment.tag(), event.components());
                end(handler, node.segment.tag());
            }
        }
        while (!open.isEmpty()) {
            end(handler, "group");
            open.pop();
        }
    }

    private static void end(ContentHandler handler, String name) throws SAXException {
        handler.endElement("", name, name);
    }
}

package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The declared elements that are open, and what is known of each. */
final class OpenElements {
    private Node[] nodes = new Node[16];
    private @Nullable Object[] texts = new Object[16];
    private @Nullable String[] formats = new String[16];
    private int[] lines = new int[16];
    private int[] columns = new int[16];
    private int top = -1;

    boolean isEmpty() {
        return top < 0;
    }

    void push(Node node, XmlStream stream) {
        if (++top == nodes.length) {
            grow();
        }
        nodes[top] = node;
        texts[top] = null;
        if (node.placed) {
            lines[top] = stream.line();
            columns[top] = stream.column();
        }
        formats[top] = node.formatted ? stream.attribute("format") : null;
    }

    private void grow() {
        int size = top * 2;
        nodes = Arrays.copyOf(nodes, size);
        texts = Arrays.copyOf(texts, size);
        formats = Arrays.copyOf(formats, size);
        lines = Arrays.copyOf(lines, size);
        columns = Arrays.copyOf(columns, size);
    }

    void pop() {
        top--;
    }

    Node node() {
        return nodes[top];
    }

    int line() {
        return lines[top];
    }

    int column() {
        return columns[top];
    }

    @Nullable String format() {
        return formats[top];
    }

    /** The text gathered, without blanks around it. */
    String text() {
        Object gathered = texts[top];
        return gathered == null ? "" : gathered.toString().strip();
    }

    void text(XmlStream stream) throws IOException, XmlRefused {
        Object before = texts[top];
        if (before == null) {
            texts[top] = stream.text();
            return;
        }
        StringBuilder all = before instanceof StringBuilder builder ? builder : new StringBuilder((String) before);
        stream.appendText(all);
        texts[top] = all;
    }
}

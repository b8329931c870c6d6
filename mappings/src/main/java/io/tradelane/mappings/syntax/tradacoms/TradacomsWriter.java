package io.tradelane.mappings.syntax.tradacoms;

/** Writes a file with its counts; what has a meaning in the syntax is released by a question mark. */
public final class TradacomsWriter {
    private static final String RELEASED = "?'+:=";

    private final StringBuilder out = new StringBuilder(2048);
    private int messages;
    private int segments;

    /** @param elements see {@link #segment} */
    public void begin(Object... elements) {
        segment("STX", elements);
    }

    public void message(String type, int version) {
        segments = 0;
        segment("MHD", Integer.toString(++messages), new String[] {type, Integer.toString(version)});
    }

    /** Elements are texts, or arrays of texts for their components; {@code null} and empty ones at the end are left out. */
    public void segment(String tag, Object... elements) {
        segments++;
        int length = out.length() + tag.length() + 1;
        out.append(tag).append('=');
        int last = length;
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                out.append('+');
            }
            if (element(elements[i])) {
                last = out.length();
            }
        }
        out.setLength(last);
        out.append("'\r\n");
    }

    private boolean element(Object element) {
        int start = out.length();
        int last = start;
        String[] components = element instanceof String[] several ? several : new String[] {(String) element};
        for (int i = 0; i < components.length; i++) {
            if (i > 0) {
                out.append(':');
            }
            if (components[i] != null && !components[i].isEmpty()) {
                released(components[i]);
                last = out.length();
            }
        }
        out.setLength(last);
        return last > start;
    }

    private void released(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (RELEASED.indexOf(sign) >= 0) {
                out.append('?');
            }
            out.append(sign == '\n' || sign == '\r' ? ' ' : sign);
        }
    }

    public void endMessage() {
        segment("MTR", Integer.toString(segments + 1));
    }

    public String end() {
        segment("END", Integer.toString(messages));
        return out.toString();
    }
}

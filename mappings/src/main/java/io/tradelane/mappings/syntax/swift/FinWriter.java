package io.tradelane.mappings.syntax.swift;

import java.util.List;

/** Writes messages: with blocks 1, 2 and 4 where both addresses are BICs, else fields and a line with a hyphen, as banks put it into files. */
public final class FinWriter {
    private static final String LINE_END = "\r\n";
    private static final int LINE = 65;

    private final StringBuilder out = new StringBuilder(2048);
    private boolean blocks;

    /** @param type 940 … */
    public void begin(String type, String sender, String recipient) {
        blocks = isBic(sender) && isBic(recipient);
        if (blocks) {
            out.append("{1:F01").append(terminal(sender, 'A')).append("0000000000}{2:I").append(type)
                    .append(terminal(recipient, 'X')).append("N}{4:").append(LINE_END);
        }
    }

    public void field(String tag, String... lines) {
        field(tag, List.of(lines));
    }

    public void field(String tag, List<String> lines) {
        out.append(':').append(tag).append(':');
        lines.forEach(line -> out.append(line).append(LINE_END));
    }

    /**
     * Broken into lines of 65. No line begins with a hyphen or a colon, which would be read as the end or as a field, and none
     * begins or ends with a space, which is lost on the way.
     */
    public void broken(String tag, String text) {
        out.append(':').append(tag).append(':');
        int start = 0;
        while (text.length() - start > LINE) {
            int end = start + LINE;
            while (end > start + 1 && !breakable(text.charAt(end - 1), text.charAt(end))) {
                end--;
            }
            out.append(text, start, end).append(LINE_END);
            start = end;
        }
        out.append(text, start, text.length()).append(LINE_END);
    }

    private static boolean breakable(char last, char next) {
        return last != ' ' && next != ' ' && next != '-' && next != ':';
    }

    public void end() {
        out.append(blocks ? "-}" : "-").append(LINE_END);
    }

    public String text() {
        return out.toString();
    }

    /** ISO 9362: four letters of the institution, two of the country, two or five more. */
    public static boolean isBic(String text) {
        if (text.length() != 8 && text.length() != 11) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean letter = sign >= 'A' && sign <= 'Z';
            if (!(letter || i >= 6 && FinTags.digit(sign))) {
                return false;
            }
        }
        return true;
    }

    private static String terminal(String bic, char code) {
        return bic.substring(0, 8) + code + (bic.length() == 11 ? bic.substring(8) : "XXX");
    }
}

package io.tradelane.mappings;

/** UNH 0062 of one message after the other: ME0009, ME0010 … */
final class MessageReferences {
    private final String prefix;
    private final int width;
    private long number;

    MessageReferences(String first) {
        int start = first.length();
        while (start > 0 && first.length() - start < 14 && Character.isDigit(first.charAt(start - 1))) {
            start--;
        }
        this.prefix = first.substring(0, start);
        this.width = first.length() - start;
        this.number = width == 0 ? 0 : Long.parseLong(first.substring(start));
    }

    String next() {
        if (width == 0) {
            return number++ == 0 ? prefix : prefix + number;
        }
        String digits = Long.toString(number++);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}

package io.tradelane.mappings.syntax.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a document before the parser sees what a stranger's document may not have: a document type, and any tag, text,
 * comment or section that is longer than a limit (a parser holds each of them whole). Blank lines before the first tag
 * are skipped: XML forbids them before a declaration, senders write them.
 */
final class GuardedReader extends FilterReader {
    private static final String[][] SECTIONS = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    private static final String DOCTYPE = "<!D";

    private final int limit;
    private int run;
    private boolean started;
    private int skippedLines;
    private int skippedColumns;
    /** What ends the section being read, empty outside of one. */
    private String until = "";
    private final StringBuilder recent = new StringBuilder(16);

    GuardedReader(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** Lines skipped before the document. */
    int skippedLines() {
        return skippedLines;
    }

    /** Characters skipped on the first line of the document. */
    int skippedColumns() {
        return skippedColumns;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (true) {
            int read = in.read(buffer, offset, length);
            if (read <= 0) {
                return read;
            }
            int skipped = started ? 0 : blanks(buffer, offset, read);
            if (skipped < read) {
                started = true;
                System.arraycopy(buffer, offset + skipped, buffer, offset, read - skipped);
                for (int i = offset, end = offset + read - skipped; i < end; i++) {
                    watch(buffer[i]);
                }
                return read - skipped;
            }
        }
    }

    private int blanks(char[] buffer, int offset, int length) throws IOException {
        int blanks = 0;
        while (blanks < length && (Character.isWhitespace(buffer[offset + blanks]) || buffer[offset + blanks] == '\uFEFF')) {
            if (buffer[offset + blanks] == '\n') {
                skippedLines++;
                skippedColumns = 0;
            } else {
                skippedColumns++;
            }
            blanks++;
        }
        return blanks;
    }

    private void watch(char c) throws IOException {
        if (++run > limit) {
            throw new Refusal(XmlError.RUN_TOO_LONG);
        }
        if (!until.isEmpty()) {
            close(c);
        } else if (c == '<') {
            run = 0;
            recent.setLength(0);
            recent.append(c);
        } else if (recent.length() > 0) {
            open(c);
        }
    }

    private void open(char c) throws IOException {
        if (recent.length() == 1 && c != '!' && c != '?') {
            recent.setLength(0);
            return;
        }
        recent.append(c);
        String begun = recent.toString();
        if (begun.equals(DOCTYPE)) {
            throw new Refusal(XmlError.DOCTYPE_REFUSED);
        }
        boolean possible = DOCTYPE.startsWith(begun);
        for (String[] section : SECTIONS) {
            possible |= section[0].startsWith(begun);
            if (begun.equals(section[0])) {
                until = section[1];
                recent.setLength(0);
                return;
            }
        }
        if (!possible) {
            recent.setLength(0);
        }
    }

    private void close(char c) {
        int last = until.length() - 1;
        if (c == until.charAt(last) && endsWith(recent, until, last)) {
            until = "";
            recent.setLength(0);
            return;
        }
        if (recent.length() == last) {
            recent.deleteCharAt(0);
        }
        recent.append(c);
    }

    private static boolean endsWith(StringBuilder text, String pattern, int count) {
        return text.length() == count && pattern.startsWith(text.toString());
    }

    /** Carries the reason out through the parser, which wraps it. */
    static final class Refusal extends IOException {
        private final XmlError error;

        Refusal(XmlError error) {
            super(error.name());
            this.error = error;
        }

        XmlError error() {
            return error;
        }
    }
}

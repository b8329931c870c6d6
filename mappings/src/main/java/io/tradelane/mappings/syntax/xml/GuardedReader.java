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
    /** Of the character watched last. */
    private int line = 1;
    private int column;
    /** Of the last {@code <} that was no part of a section. */
    private int tagLine = 1;
    private int tagColumn = 1;
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
                if (!started) {
                    started = true;
                    line += skippedLines;
                    column = skippedColumns;
                }
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
        column++;
        if (++run > limit) {
            throw new Refusal(XmlError.RUN_TOO_LONG, tagLine, tagColumn);
        }
        if (!until.isEmpty()) {
            close(c);
        } else if (c == '<') {
            run = 0;
            tagLine = line;
            tagColumn = column;
            recent.setLength(0);
            recent.append(c);
        } else if (recent.length() > 0) {
            open(c);
        }
        if (c == '\n') {
            line++;
            column = 0;
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
            throw new Refusal(XmlError.DOCTYPE_REFUSED, tagLine, tagColumn);
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

    /** Carries the reason and its place out through the parser, which wraps it and reads ahead. */
    static final class Refusal extends IOException {
        private final XmlError error;
        private final int line;
        private final int column;

        /** The place is where the parser was. */
        Refusal(XmlError error) {
            this(error, 0, 0);
        }

        Refusal(XmlError error, int line, int column) {
            super(error.name());
            this.error = error;
            this.line = line;
            this.column = column;
        }

        /** @param readerLine where the parser was, for want of a better place */
        XmlRefused in(String path, int readerLine, int readerColumn) {
            return line > 0
                    ? new XmlRefused(error, line, column, path, null)
                    : new XmlRefused(error, readerLine, readerColumn, path, null);
        }
    }
}

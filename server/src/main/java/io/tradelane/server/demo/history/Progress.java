package io.tradelane.server.demo.history;

import java.io.PrintStream;

/** A bar on the terminal; where the output goes to a file, a line for each step. */
final class Progress {
    private static final int WIDTH = 30;
    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private String step = "";
    private int shown = -1;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** @param part from 0 to 1, of the whole */
    void at(double part, String now) {
        int percent = (int) (part * 100);
        if (terminal && percent != shown) {
            out.printf("\r[%s%s] %3d %%  %-20s", "#".repeat(percent * WIDTH / 100), "·".repeat(WIDTH - percent * WIDTH / 100), percent, now);
            out.flush();
        } else if (!terminal && !now.equals(step)) {
            out.printf("%3d %%  %s%n", percent, now);
        }
        step = now;
        shown = percent;
    }

    void end(String last) {
        at(1, "");
        out.println((terminal ? System.lineSeparator() : "") + last);
    }
}

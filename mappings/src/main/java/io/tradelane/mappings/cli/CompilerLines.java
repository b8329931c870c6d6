package io.tradelane.mappings.cli;

import io.tradelane.mappings.syntax.Finding;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** {@code file:line:column: error CODE: text}, then a line of counts. */
final class CompilerLines implements FileReport {
    private final PrintStream out;
    private final Locale locale;
    private int files;
    private int invalid;

    CompilerLines(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    @Override
    public void file(FileCollector file) {
        files++;
        invalid += file.valid() ? 0 : 1;
        for (Finding finding : file.findings()) {
            out.println(line(file.file(), finding, locale));
        }
        if (file.findings().isEmpty()) {
            String type = file.type() == null ? "" : " " + file.type();
            out.println(file.file() + ": ok: " + file.format() + type + ", " + file.messages() + (file.messages() == 1 ? " message" : " messages"));
        }
    }

    static String line(Path file, Finding finding, Locale locale) {
        String severity = finding.isError() ? "error" : "warning";
        return file + ":" + Math.max(1, finding.position().line()) + ":" + Math.max(1, finding.position().column()) + ": " + severity + " "
                + finding.code().name() + ": " + finding.message(locale) + " " + finding.fix(locale);
    }

    @Override
    public void finish() {
        if (files > 1) {
            out.println(files + " files, " + invalid + " invalid");
        }
    }
}

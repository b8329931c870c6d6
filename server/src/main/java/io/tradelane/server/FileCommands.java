package io.tradelane.server;

import io.tradelane.mappings.cli.CheckCommand;
import io.tradelane.mappings.cli.ShowCommand;
import io.tradelane.mappings.cli.TranslateCommand;
import io.tradelane.mappings.cli.ValidateCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code validate}, {@code show}, {@code translate}, {@code check} and {@code verify-evidence}: files in, findings or files out, without Spring or a database. */
final class FileCommands {

    private static final int BUFFER = 64 * 1024;

    private FileCommands() {}

    static int run(String word, List<String> rest) {
        // Before the first class logs: a library's chatter would end up among the findings.
        System.setProperty("logback.configurationFile", "io/tradelane/server/file-commands-logback.xml");
        // Else picocli looks through every jar for a class of Groovy.
        System.setProperty("picocli.disable.closures", "true");
        String[] arguments = rest.toArray(String[]::new);
        PrintStream errors = stream(FileDescriptor.err);
        try (PrintStream out = stream(FileDescriptor.out)) {
            return switch (word) {
                case "validate" -> ValidateCommand.run(arguments, out, errors);
                case "show" -> ShowCommand.run(arguments, out, errors);
                case "check" -> CheckCommand.run(arguments, out, errors);
                case "verify-evidence" -> VerifyEvidenceCommand.run(arguments, out, errors);
                default -> TranslateCommand.run(arguments, out, errors);
            };
        } finally {
            errors.flush();
        }
    }

    /** Buffered, and in UTF-8 whatever the terminal's locale: what is written is data as often as it is read by a person. */
    private static PrintStream stream(FileDescriptor target) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(target), BUFFER), false, StandardCharsets.UTF_8);
    }
}

package io.tradelane.mappings.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * {@code validate}, {@code show}, {@code translate} and {@code check}: files in, findings or files out, without Spring or a database.
 * A main class of its own, for a process that has but the jars of the mappings to look through answers sooner.
 */
public final class FileCommands {

    private static final int BUFFER = 64 * 1024;

    private FileCommands() {}

    /** @param args the command's word, then what it gets */
    public static void main(String[] args) {
        System.exit(run(args[0], Arrays.copyOfRange(args, 1, args.length)));
    }

    /** @return the exit code */
    public static int run(String word, String[] arguments) {
        prepare();
        PrintStream errors = stream(FileDescriptor.err);
        try (PrintStream out = stream(FileDescriptor.out)) {
            return switch (word) {
                case "validate" -> ValidateCommand.run(arguments, out, errors);
                case "show" -> ShowCommand.run(arguments, out, errors);
                case "check" -> CheckCommand.run(arguments, out, errors);
                case "translate" -> TranslateCommand.run(arguments, out, errors);
                default -> throw new IllegalArgumentException(word);
            };
        } finally {
            errors.flush();
        }
    }

    /** What has to be set before the first class logs or reads a command line. */
    public static void prepare() {
        // A library's chatter would end up among the findings; and none is missed where nothing takes what is logged.
        System.setProperty("logback.configurationFile", "io/tradelane/mappings/cli/file-commands-logback.xml");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Else picocli looks through every jar for a class of Groovy.
        System.setProperty("picocli.disable.closures", "true");
    }

    /** Buffered, and in UTF-8 whatever the terminal's locale: what is written is data as often as it is read by a person. */
    public static PrintStream stream(FileDescriptor target) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(target), BUFFER), false, StandardCharsets.UTF_8);
    }
}

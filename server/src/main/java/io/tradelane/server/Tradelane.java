package io.tradelane.server;

import io.tradelane.mappings.cli.FileCommands;
import java.util.Arrays;
import java.util.List;

/**
 * The main class. It looks at the first word and hands over; the words that work on files only ({@code validate},
 * {@code translate}, {@code check}, {@code verify-evidence}, {@code encrypt}) answer without loading Spring or opening a database.
 */
public final class Tradelane {

    static final int WRONG_USAGE = 2;

    private Tradelane() {}

    public static void main(String[] args) {
        int status = run(args);
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** @return the exit status, or a negative number when the process stays up */
    private static int run(String[] args) {
        String word = args.length == 0 ? "help" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        return switch (word) {
            case "serve" -> Launch.serve(rest);
            case "demo" -> Launch.demo(rest);
            case "validate", "show", "translate", "check" -> FileCommands.run(word, rest.toArray(String[]::new));
            case "verify-evidence" -> VerifyEvidenceCommand.run(rest.toArray(String[]::new));
            case "encrypt" -> EncryptCommand.run(rest);
            case "ready" -> ReadyCommand.run(rest);
            case "version", "--version" -> Help.version();
            case "help", "--help", "-h" -> Help.print(System.out, 0);
            default -> {
                System.err.println("tradelane: unknown command '" + word + "'");
                yield Help.print(System.err, WRONG_USAGE);
            }
        };
    }
}

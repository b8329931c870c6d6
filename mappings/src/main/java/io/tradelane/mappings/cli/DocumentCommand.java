package io.tradelane.mappings.cli;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command has: where it prints, the language of its texts, help, and the answer to a wrong call. */
abstract class DocumentCommand {
    static final int VALID = 0;
    static final int INVALID = 1;
    static final int WRONG = 2;

    @Option(names = "--lang", order = 98, defaultValue = "en", paramLabel = "zh|en", description = "language of the texts, ${DEFAULT-VALUE} unless said otherwise")
    private String language = "en";

    @Option(names = {"-h", "--help"}, order = 99, usageHelp = true, description = "shows this")
    private boolean help;

    final PrintStream out;
    final PrintStream err;

    DocumentCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    final int run(String[] arguments) {
        CommandLine line = new CommandLine(this);
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
                return VALID;
            }
            return run(line, locale(line));
        } catch (ParameterException wrong) {
            err.println(wrong.getMessage());
            line.usage(err);
            return WRONG;
        }
    }

    abstract int run(CommandLine line, Locale locale);

    private Locale locale(CommandLine line) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "en" -> Locale.ENGLISH;
            case "zh", "zh-cn", "zh_cn" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new ParameterException(line, "--lang: zh or en, not '" + language + "'");
        };
    }
}

package io.tradelane.mappings.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How every command answers a wrong call. */
final class Usage {
    static final int VALID = 0;
    static final int INVALID = 1;
    static final int WRONG = 2;

    private Usage() {}

    static int parse(Object command, String[] arguments, PrintStream out, PrintStream err, ToIntFunction<CommandLine> action) {
        CommandLine line = new CommandLine(command);
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
                return VALID;
            }
            return action.applyAsInt(line);
        } catch (ParameterException wrong) {
            err.println(wrong.getMessage());
            line.usage(err);
            return WRONG;
        }
    }

    static Locale language(CommandLine line, String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "en" -> Locale.ENGLISH;
            case "zh", "zh-cn", "zh_cn" -> Locale.SIMPLIFIED_CHINESE;
            default -> throw new ParameterException(line, "--lang: zh or en, not '" + language + "'");
        };
    }
}

package io.tradelane.mappings.cli;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files and says what is wrong with them, as a compiler does. Exit codes: 0 all valid, 1 some not, 2 usage. */
@Command(
        name = "validate",
        sortOptions = false,
        description = "Checks documents: UN/EDIFACT, ISO 20022 camt.054, canonical JSON. The format is told from the bytes.",
        footer = "Exit status: 0 all valid, 1 some not, 2 a file could not be read or the call is wrong.")
public final class ValidateCommand extends DocumentCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "files, or folders to search for files")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a line for each file")
    private boolean json;

    @Option(names = "--strict", description = "a code outside its code list is an error, not a warning")
    private boolean strict;

    @Option(names = "--bulk", description = "no limit on the size of a file and the number of messages in it")
    private boolean bulk;

    @Mixin
    private final OverlaysOption overlays = new OverlaysOption();

    private ValidateCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new ValidateCommand(out, err).run(arguments);
    }

    @Override
    int run(CommandLine line, Locale locale) {
        FileReport report = json ? new JsonLines(out, locale) : new CompilerLines(out, locale);
        Limits limits = bulk ? Limits.defaults().forBulk() : Limits.defaults();
        if (!overlays.isUsable(err)) {
            return WRONG;
        }
        ReadOptions options = overlays.apply(new ReadOptions(strict ? Strictness.STRICT : Strictness.LENIENT, limits));
        int worst = VALID;
        for (Path path : paths) {
            worst = Math.max(worst, each(path, file -> validate(file, options, report)));
        }
        report.finish();
        out.flush();
        return worst;
    }

    @FunctionalInterface
    private interface FileCheck {
        int check(Path file) throws IOException;
    }

    private int each(Path path, FileCheck check) {
        if (!Files.exists(path)) {
            err.println(path + ": no such file");
            return WRONG;
        }
        int worst = VALID;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                worst = Math.max(worst, checked(file, check));
            }
        } catch (IOException | UncheckedIOException e) {
            err.println(path + ": cannot be read: " + e.getMessage());
            return WRONG;
        }
        return worst;
    }

    private int checked(Path file, FileCheck check) {
        try {
            return check.check(file);
        } catch (IOException e) {
            err.println(file + ": cannot be read: " + e.getMessage());
            return WRONG;
        }
    }

    private static int validate(Path file, ReadOptions options, FileReport report) throws IOException {
        FileCollector collector = FileCollector.read(file, Translator.standard(), options);
        report.file(collector);
        return collector.valid() ? VALID : INVALID;
    }
}

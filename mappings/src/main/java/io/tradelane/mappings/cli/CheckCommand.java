package io.tradelane.mappings.cli;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.cli.Conformance.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Reads a folder of documents with an index and says where we and their sources disagree. Exit codes: 0 nowhere, 1 somewhere, 2 usage. */
@Command(
        name = "check",
        sortOptions = false,
        description = "Reads every document that DIR/INDEX.tsv lists, or the INDEX.tsv of folders in DIR, and compares the result with its columns "
                + "'expected' and 'finding'.",
        footer = "Exit status: 0 all agree, 1 some do not, 2 the index could not be read or the call is wrong.")
public final class CheckCommand extends DocumentCommand {
    @Parameters(paramLabel = "DIR", description = "folder with an INDEX.tsv: columns path, expected, and format, type and finding (the code of one that must be there) if known")
    private Path folder = Path.of(".");

    @Option(names = "--json", description = "one JSON object a line for each file, and one of totals")
    private boolean json;

    @Option(names = "--format", paramLabel = "FORMAT", description = "only the files of this format in the index")
    private @Nullable String format;

    @Option(names = "--seconds", defaultValue = "30", paramLabel = "N", description = "what one file may take, ${DEFAULT-VALUE} unless said otherwise")
    private int seconds = 30;

    @Mixin
    private final OverlaysOption overlays = new OverlaysOption();

    private CheckCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new CheckCommand(out, err).run(arguments);
    }

    /** How often we agree with the sources about one kind of document. */
    private static final class Tally {
        private int agree;
        private int disagree;

        void add(Verdict verdict) {
            agree += verdict.agrees() ? 1 : 0;
            disagree += verdict.agrees() ? 0 : 1;
        }
    }

    @Override
    int run(CommandLine line, Locale locale) {
        List<IndexedFile> files;
        if (!overlays.isUsable(err)) {
            return WRONG;
        }
        try {
            files = IndexedFile.under(folder).stream()
                    .filter(file -> format == null || file.format().equalsIgnoreCase(format))
                    .toList();
        } catch (IOException e) {
            err.println(folder + ": the index cannot be read: " + e.getMessage());
            return WRONG;
        }
        List<Verdict> verdicts = new Conformance(overlays.apply(ReadOptions.defaults()), Duration.ofSeconds(seconds), locale).check(files);
        Map<String, Tally> tallies = new TreeMap<>();
        verdicts.forEach(verdict ->
                tallies.computeIfAbsent(verdict.file().format() + " " + verdict.file().type(), kind -> new Tally()).add(verdict));
        long disagree = verdicts.stream().filter(verdict -> !verdict.agrees()).count();
        if (json) {
            printJson(verdicts, disagree);
        } else {
            print(verdicts, tallies, disagree);
        }
        out.flush();
        return disagree == 0 ? VALID : INVALID;
    }

    private void print(List<Verdict> verdicts, Map<String, Tally> tallies, long disagree) {
        out.printf(Locale.ROOT, "%-50s %7s %9s%n", "format and type", "agree", "disagree");
        tallies.forEach((kind, tally) -> out.printf(Locale.ROOT, "%-50s %7d %9d%n", kind, tally.agree, tally.disagree));
        out.println();
        verdicts.stream().filter(verdict -> !verdict.agrees()).forEach(verdict ->
                out.println(verdict.file().path() + ": expected " + verdict.file().expected() + ": " + verdict.cause()));
        out.println(verdicts.size() + " files, " + (verdicts.size() - disagree) + " agree, " + disagree + " disagree");
    }

    private void printJson(List<Verdict> verdicts, long disagree) {
        JsonMapper mapper = JsonMapper.builder().build();
        for (Verdict verdict : verdicts) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("file", verdict.file().path());
            line.put("format", verdict.file().format());
            line.put("type", verdict.file().type());
            line.put("expected", verdict.file().expected());
            line.put("valid", verdict.valid());
            line.put("agrees", verdict.agrees());
            line.put("cause", verdict.cause());
            line.put("millis", verdict.millis());
            out.println(mapper.writeValueAsString(line));
        }
        out.println(mapper.writeValueAsString(Map.of("files", verdicts.size(), "agree", verdicts.size() - disagree, "disagree", disagree)));
    }
}

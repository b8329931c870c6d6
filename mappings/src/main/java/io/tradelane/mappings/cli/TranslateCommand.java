package io.tradelane.mappings.cli;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.trading.document.BusinessDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Writes the documents of a file in another format. Exit codes: 0 written, 1 the file is not valid, 2 usage. */
@Command(
        name = "translate",
        sortOptions = false,
        description = "Writes the documents in a file in another format.",
        footer = "Exit status: 0 written, 1 the file is not valid or cannot be expressed, 2 it could not be read or the call is wrong.")
public final class TranslateCommand extends DocumentCommand {
    @Parameters(paramLabel = "FILE", description = "what to translate; its format is told from its bytes")
    private @Nullable Path file;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "json, edifact:d01b, edifact:d96a …")
    private String to = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; else to standard output")
    private @Nullable Path target;

    @Option(names = "--json", description = "one JSON object: what was found, and the text written unless --out takes it")
    private boolean json;

    @Mixin
    private final OverlaysOption overlays = new OverlaysOption();

    private TranslateCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new TranslateCommand(out, err).run(arguments);
    }

    @Override
    int run(CommandLine line, Locale locale) {
        Target wanted = Target.parse(to).orElseThrow(
                () -> new ParameterException(line, "--to: json or edifact:DIRECTORY such as edifact:d01b, not '" + to + "'"));
        if (!overlays.isUsable(err)) {
            return WRONG;
        }
        try {
            return translate(wanted, locale);
        } catch (IOException e) {
            err.println(file + ": cannot be read or written: " + e.getMessage());
            return WRONG;
        }
    }

    private int translate(Target wanted, Locale locale) throws IOException {
        Path source = Objects.requireNonNull(file);
        List<MessageResult> messages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean rejected;
        try (InputStream bytes = Files.newInputStream(source)) {
            var result = Translator.standard().read(bytes, overlays.apply(ReadOptions.defaults()), messages::add);
            rejected = result.rejected();
            findings.addAll(result.findings());
        }
        messages.forEach(message -> findings.addAll(message.findings()));
        List<BusinessDocument> documents = new ArrayList<>();
        messages.stream().map(MessageResult::document).filter(Objects::nonNull).forEach(documents::add);
        byte[] bytes = null;
        if (!rejected && findings.stream().noneMatch(Finding::isError) && documents.size() == messages.size() && !documents.isEmpty()) {
            try {
                bytes = written(documents, wanted, overlays.apply(DocumentEnvelope.of(messages.getFirst(), documents.getFirst())));
            } catch (UnwritableException unwritable) {
                findings.addAll(unwritable.findings());
            } catch (IllegalArgumentException noSuchTarget) {
                err.println(noSuchTarget.getMessage() + "; possible: " + Translator.standard().targets(documents.getFirst().type()));
            }
        }
        if (bytes != null && target != null) {
            Files.write(target, bytes);
        }
        report(source, findings, bytes, locale);
        return bytes == null ? INVALID : VALID;
    }

    private void report(Path source, List<Finding> findings, byte @Nullable [] bytes, Locale locale) {
        if (json) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("file", source.toString());
            line.put("to", to);
            line.put("valid", bytes != null);
            line.put("errors", JsonLines.findings(findings, true, locale));
            line.put("warnings", JsonLines.findings(findings, false, locale));
            line.put("out", target == null ? null : target.toString());
            line.put("text", bytes == null || target != null ? null : text(bytes));
            out.println(JsonMapper.shared().writeValueAsString(line));
            return;
        }
        findings.forEach(finding -> err.println(CompilerLines.line(source, finding, locale)));
        if (bytes != null && target == null) {
            out.writeBytes(bytes);
            if (bytes[0] == '{' || bytes[0] == '[') {
                out.println();
            }
            out.flush();
        }
    }

    /** As {@link #written} encodes it: UNOW says UTF-8, JSON is. */
    private static String text(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin.startsWith("{") || latin.startsWith("[") || latin.contains("UNB+UNOW") ? new String(bytes, StandardCharsets.UTF_8) : latin;
    }

    /** In Latin-1 where that is enough, in UTF-8 otherwise. */
    private static byte[] written(List<BusinessDocument> documents, Target wanted, Envelope envelope) {
        try {
            return Translator.standard().write(documents, wanted, envelope);
        } catch (UnwritableException latinIsNotEnough) {
            return Translator.standard().write(documents, wanted, envelope.withCharset("UTF-8"));
        }
    }
}

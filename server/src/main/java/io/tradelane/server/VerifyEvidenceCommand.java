package io.tradelane.server;

import io.tradelane.mappings.cli.FileCommands;
import io.tradelane.portal.evidence.EvidenceVerifier;
import io.tradelane.portal.evidence.EvidenceVerifier.Broken;
import io.tradelane.portal.evidence.EvidenceVerifier.Report;
import io.tradelane.portal.evidence.SignerFile;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code tradelane verify-evidence}: says of an evidence pack whether it is whole, and names what is broken; without a hub. */
@Command(
        name = "verify-evidence",
        sortOptions = false,
        description = "Verifies an evidence pack: its signature, the hash of each part, the payload and every chain of transitions.",
        footer = "Exit status: 0 whole, 1 broken, 2 the file could not be read or the call is wrong.")
final class VerifyEvidenceCommand implements Callable<Integer> {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;

    @Parameters(paramLabel = "FILE", description = "the evidence pack, a ZIP file")
    private Path file = Path.of("");

    @Option(names = "--signer", paramLabel = "CERT", description = "the certificate (PEM or DER) that has to have signed; without it, compare the fingerprint that is printed")
    private @Nullable Path signer;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "en", description = "language of what is said, ${DEFAULT-VALUE} unless said otherwise")
    private String language = "en";

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "shows this")
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;

    private VerifyEvidenceCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static int run(String[] arguments) {
        FileCommands.prepare();
        try (PrintStream out = FileCommands.stream(FileDescriptor.out); PrintStream err = FileCommands.stream(FileDescriptor.err)) {
            return run(arguments, out, err);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new VerifyEvidenceCommand(out, err));
        line.setOut(new java.io.PrintWriter(out, true));
        line.setErr(new java.io.PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            X509Certificate expected = signer == null ? null : SignerFile.certificate(Files.readAllBytes(signer));
            Report report = EvidenceVerifier.verify(file, expected);
            print(report, Locale.forLanguageTag(language));
            out.flush();
            return report.broken().isEmpty() ? WHOLE : BROKEN;
        } catch (IOException unreadable) {
            err.println(file + ": cannot be read: " + unreadable.getMessage());
        } catch (GeneralSecurityException none) {
            err.println(signer + ": no certificate");
        }
        return Tradelane.WRONG_USAGE;
    }

    private void print(Report report, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        List<String> texts = report.broken().stream().map(each -> each.text(locale)).toList();
        if (json) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("file", file.toString());
            told.put("whole", texts.isEmpty());
            told.put("broken", report.broken().stream().map(VerifyEvidenceCommand::told).toList());
            told.put("signer", report.signer());
            told.put("fingerprint", report.fingerprint());
            told.put("parts", report.parts());
            told.put("chains", report.chains());
            out.println(JsonMapper.builder().build().writeValueAsString(told));
            return;
        }
        texts.forEach(text -> out.println(file + ": " + text));
        out.println(file + ": " + (texts.isEmpty() ? chinese ? "完好" : "whole" : chinese ? "已损坏" : "broken")
                + (chinese ? "，%d 个部分，%d 条哈希链" : ", %d parts, %d chains of transitions").formatted(report.parts(), report.chains()));
        if (report.signer() != null) {
            out.println((chinese ? "签名者 " : "signed by ") + report.signer() + ", SHA-256 " + report.fingerprint());
        }
    }

    private static Map<String, String> told(Broken broken) {
        return Map.of("part", broken.part(), "code", broken.what().name(), "detail", broken.detail(), "en", broken.text(Locale.ENGLISH), "zh", broken.text(Locale.SIMPLIFIED_CHINESE));
    }
}

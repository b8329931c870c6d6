package io.tradelane.mappings.cli;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is said about one file: its findings, up to a number, and what it holds. */
final class FileCollector {
    private static final int KEPT = 1000;
    private static final int MOST_NAMES = 20;

    private final Path file;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private @Nullable MessageType type;
    private Format format = Format.UNKNOWN;
    private long messages;
    private boolean errors;

    private FileCollector(Path file) {
        this.file = file;
    }

    static FileCollector read(Path file, Translator translator, ReadOptions options) throws IOException {
        FileCollector collector = new FileCollector(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            InterchangeResult result = translator.read(bytes, options, collector::message);
            collector.format = result.format();
            collector.errors |= result.rejected();
            collector.add(result.findings());
        }
        return collector;
    }

    private void message(MessageResult message) {
        messages++;
        if (names.size() < MOST_NAMES && !message.type().name().isEmpty()) {
            names.add(message.type().name());
        }
        if (type == null || type.version().isEmpty()) {
            type = message.type();
        }
        add(message.findings());
    }

    private void add(List<Finding> more) {
        for (Finding finding : more) {
            errors |= finding.isError();
            if (findings.size() < KEPT) {
                findings.add(finding);
            }
        }
    }

    Path file() {
        return file;
    }

    Format format() {
        return format;
    }

    /** Of the first message that has a version; {@code null} when there is none. Names of several kinds are joined: 810+850. */
    @Nullable MessageType type() {
        return type == null ? null : new MessageType(String.join("+", names), type.version(), type.association());
    }

    long messages() {
        return messages;
    }

    boolean valid() {
        return !errors;
    }

    List<Finding> findings() {
        return findings;
    }
}

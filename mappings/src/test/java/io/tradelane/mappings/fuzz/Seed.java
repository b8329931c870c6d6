package io.tradelane.mappings.fuzz;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.table.TableHostileTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that mutants are made of.
 *
 * @param format what the hub takes it for
 * @param message the first message's type: camt.053; empty when there is none
 */
record Seed(String name, byte[] bytes, Format format, String message) {
    /** One old, the usual one, one new. */
    private static final Set<String> DIRECTORIES = Set.of("D96A", "D01B", "D21B");
    private static final Set<String> X12 = Set.of("004010", "005010");
    private static final int MOST = 48 << 10;

    /** What the hub writes, the files of the tests, and those of a corpus: {@code -Dtradelane.corpus=FOLDER}. */
    static List<Seed> all() {
        List<Seed> seeds = new ArrayList<>();
        Samples.written(Seed::isUsual).forEach(written -> add(written.toString(), written.bytes(), seeds));
        Handmade.files().forEach((name, bytes) -> add(name, bytes, seeds));
        String corpus = System.getProperty("tradelane.corpus", "");
        try {
            add("workbook", TableHostileTest.workbook(), seeds);
            files(Path.of(Seed.class.getResource("/io/tradelane/mappings").toURI()), seeds);
            if (!corpus.isEmpty()) {
                files(Path.of(corpus), seeds);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return seeds;
    }

    private static boolean isUsual(Target target) {
        return switch (target.format()) {
            case EDIFACT -> DIRECTORIES.contains(target.version());
            case X12 -> X12.contains(target.version());
            default -> true;
        };
    }

    private static void files(Path folder, List<Seed> seeds) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
                if (Files.size(file) <= MOST && !file.toString().endsWith(".class")) {
                    add(folder.relativize(file).toString(), Files.readAllBytes(file), seeds);
                }
            }
        }
    }

    private static void add(String name, byte[] bytes, List<Seed> seeds) {
        Reading reading = Reading.of(new ByteArrayInputStream(bytes), ReadOptions.defaults().withoutRules());
        String message = reading.messages().isEmpty() ? "" : reading.messages().getFirst().type().name();
        seeds.add(new Seed(name, bytes, reading.interchange().format(), message));
    }

    boolean has(String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}

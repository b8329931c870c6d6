package io.tradelane.mappings.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to a file, reading it ends soon, in findings and in nothing else. {@code FUZZING.md} says how to run more
 * of it, and what the last long run found.
 */
class FuzzTest {
    /** With it a run is the same run again; another is {@code -Dtradelane.seed}. */
    private static final long SEED = Long.getLong("tradelane.seed", 20260302);
    private static final int MUTANTS = Integer.getInteger("tradelane.fuzz", 2_000);
    /** One mutant in so many is also held against the schemas and rules of its profile, which is what takes time. */
    private static final int WITH_RULES = Integer.getInteger("tradelane.fuzz.rules", 200);
    private static final String ONLY = System.getProperty("tradelane.fuzz.only", "");
    /** One in so many is also shown as a tree. */
    private static final int SHOWN = 5;
    /** Of processor time, on any machine that a build may run on. */
    private static final Duration A_MUTANT = Duration.ofSeconds(5);
    /** From then on it is measured whether that was the mutant or the machine. */
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final int SPOKEN = 4;
    private static final Limits TIGHT = new Limits(1_000_000, 2000, 500, 700, 100, 10, 20);

    private static final List<Seed> SEEDS = Seed.all();

    @Test
    void everyFileThatIsReadIsOfAFamily() {
        List<Seed> mutated = Stream.of(FuzzFamily.values()).flatMap(family -> family.seeds(SEEDS).stream()).toList();

        assertThat(SEEDS).filteredOn(seed -> seed.format() != Format.UNKNOWN && !mutated.contains(seed)).extracting(Seed::name).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyMutantIsReadToItsEnd(FuzzFamily family) throws IOException {
        List<Seed> seeds = family.seeds(SEEDS);
        assertThat(seeds).as("files to mutate").isNotEmpty();
        if (!ONLY.isEmpty() && !List.of(ONLY.split(",")).contains(family.name())) {
            return;
        }
        Run run = new Run(family, seeds);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120).plusMillis(MUTANTS * 20L), run::all, run::lastMutant);

        System.out.println(run);
        assertThat(run.failures).isEmpty();
        assertThat(Duration.ofNanos(run.longest)).as(() -> "mutant " + run.longestAt + " of " + family).isLessThan(A_MUTANT);
    }

    /** One family; the mutants that failed lie in {@code target/fuzz}. */
    private static final class Run {
        private final FuzzFamily family;
        private final List<Seed> seeds;
        /** By what was thrown and where: the first mutant that did it. */
        private final Map<String, String> failures = new LinkedHashMap<>();
        private volatile int at;
        private long findings;
        private long messages;
        private long documents;
        private long longest;
        private int longestAt;

        Run(FuzzFamily family, List<Seed> seeds) {
            this.family = family;
            this.seeds = seeds;
        }

        void all() throws IOException {
            for (at = 0; at < MUTANTS; at++) {
                one(at);
            }
        }

        private void one(int index) throws IOException {
            SplittableRandom random = new SplittableRandom(SEED + family.name().hashCode() + index * 0x9E3779B97F4A7C15L);
            Seed seed = seeds.get(random.nextInt(seeds.size()));
            byte[] mutant = family.grain().mutant(seed.bytes(), seeds.get(random.nextInt(seeds.size())).bytes(), random);
            try {
                long start = System.nanoTime();
                read(mutant, index);
                long took = System.nanoTime() - start;
                took = took < SLOW.toNanos() ? took : again(mutant, index);
                if (took > longest) {
                    longest = took;
                    longestAt = index;
                }
            } catch (IOException | RuntimeException | Error thrown) {
                keep(index, seed, mutant, thrown);
            }
        }

        /** What it takes of the processor: the machine may have been busy. */
        private long again(byte[] mutant, int index) throws IOException {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            read(mutant, index);
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }

        private static ReadOptions options(int index) {
            ReadOptions options = index % 4 == 3 ? new ReadOptions(Strictness.STRICT, TIGHT) : ReadOptions.defaults();
            return WITH_RULES > 0 && index % WITH_RULES == 0 ? options : options.withoutRules();
        }

        private void read(byte[] mutant, int index) throws IOException {
            speak(Translator.standard().read(new ByteArrayInputStream(mutant), options(index), this::take).findings());
            if (index % SHOWN == 0) {
                Translator.standard().trees(new ByteArrayInputStream(mutant), ReadOptions.defaults(), tree -> {
                    speak(tree.findings());
                    return true;
                });
            }
        }

        private void take(MessageResult message) {
            messages++;
            documents += message.document() == null ? 0 : 1;
            speak(message.findings());
        }

        /** The texts of the first few; more of them take more time than reading. */
        private void speak(List<Finding> found) {
            findings += found.size();
            for (Finding finding : found.subList(0, Math.min(SPOKEN, found.size()))) {
                finding.message(Locale.ENGLISH);
                finding.fix(Locale.SIMPLIFIED_CHINESE);
            }
        }

        private void keep(int index, Seed seed, byte[] mutant, Throwable thrown) throws IOException {
            StackTraceElement[] trace = thrown.getStackTrace();
            String own = List.of(trace).stream().map(StackTraceElement::toString).filter(line -> line.contains("io.tradelane")).findFirst().orElse("");
            String cause = thrown.getClass().getName() + " at " + (trace.length == 0 ? "" : trace[0]) + " below " + own;
            if (failures.putIfAbsent(cause, "mutant " + index + " of " + seed.name() + ": " + thrown.getMessage()) == null) {
                Path folder = Files.createDirectories(Path.of("target", "fuzz"));
                Files.write(folder.resolve(family + "-" + index + ".bin"), mutant);
            }
        }

        String lastMutant() {
            return "mutant " + at + " of " + family + " is not read to its end";
        }

        @Override
        public String toString() {
            return "%s: %d mutants of %d files, seed %d: %d findings, %d messages, %d documents, %d kinds of failure, longest %d ms (mutant %d)".formatted(
                    family, MUTANTS, seeds.size(), SEED, findings, messages, documents, failures.size(), longest / 1_000_000, longestAt);
        }
    }
}

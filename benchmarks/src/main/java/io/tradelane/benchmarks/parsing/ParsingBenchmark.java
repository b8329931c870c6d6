package io.tradelane.benchmarks.parsing;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One engine and one load at a time; {@link ParsingComparison} is what the recorded ratios come from. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParsingBenchmark {

    @Param({"tradelane", "tradelane-check", "staedi", "edireader", "smooks"})
    public String engine = "tradelane";

    @Param({"EDIFACT", "X12"})
    public Syntax syntax = Syntax.EDIFACT;

    @Param({"1x5", "1x1000", "1000x10"})
    public String load = "1x5";

    private Engine running = new TradelaneCheck(Syntax.EDIFACT);
    private byte[] interchange = {};

    @Setup
    public void prepare() throws Exception {
        running = switch (engine) {
            case "tradelane" -> new TradelaneEngine();
            case "tradelane-check" -> new TradelaneCheck(syntax);
            case "staedi" -> new StaediEngine(syntax);
            case "edireader" -> new EdiReaderEngine(syntax);
            default -> new SmooksEngine();
        };
        String[] size = load.split("x");
        interchange = syntax.interchange(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
    }

    @Benchmark
    public int read() throws Exception {
        return running.read(interchange);
    }
}

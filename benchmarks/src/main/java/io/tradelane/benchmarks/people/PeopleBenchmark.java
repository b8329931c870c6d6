package io.tradelane.benchmarks.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two hundred people click through the journey of an order for ten minutes, on a hub that runs with the full demo data:
 * {@code PeopleBenchmark HOME RESULT}, after {@code ./tradelane demo --data full --home HOME}. {@code -Dpeople=}, {@code -Dminutes=} and
 * {@code -Dthinking=} (seconds between two clicks, in the mean) change how many, how long and how fast.
 */
final class PeopleBenchmark {
    private static final int PEOPLE = Integer.getInteger("people", 200);
    private static final int MINUTES = Integer.getInteger("minutes", 10);
    private static final int THINKING = Integer.getInteger("thinking", 8);
    private static final Pattern USED = Pattern.compile("(?:total|used) (\\d+)K(?:, used (\\d+)K)?");
    /** Who trades; what the others may do is not part of the journey. */
    private static final Pattern TRADERS = Pattern.compile("(buyer|sales)@.*");

    private PeopleBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        JsonNode demo = new JsonMapper().readTree(home.resolve("demo.json").toFile());
        String portal = demo.get("portal").asString();
        List<JsonNode> signIns = new ArrayList<>();
        demo.get("signIns").forEach(one -> {
            if (TRADERS.matcher(one.get("email").asString()).matches()) {
                signIns.add(one);
            }
        });
        long hub = ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains("tradelane.jar")
                && process.info().commandLine().orElse("").contains(arguments[0])).findFirst().orElseThrow(() -> new IOException("no hub runs on " + home)).pid();
        List<String> heaps = new ArrayList<>();
        heaps.add(heap(hub));
        String load = load();
        Clicks clicks = new Clicks();
        long start = System.nanoTime();
        long until = start + TimeUnit.MINUTES.toNanos(MINUTES);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            JsonNode who = signIns.get(i % signIns.size());
            people.add(Thread.ofVirtual().start(new Person(portal, who.get("email").asString(), who.get("password").asString(), clicks, Duration.ofSeconds(THINKING), until, i)));
            Thread.sleep(TimeUnit.SECONDS.toMillis(THINKING) / 20);
        }
        TimeUnit.NANOSECONDS.sleep(start + (until - start) / 2 - System.nanoTime());
        heaps.add(heap(hub));
        for (Thread person : people) {
            person.join();
        }
        heaps.add(heap(hub));
        List<String> report = new ArrayList<>(List.of("# People at the portal", "",
                ("%s, %d processors: %d people for %d minutes, %d seconds between two clicks in the mean, on a hub with its database in one process tree and the full demo data, in "
                        + "milliseconds from the click to the whole page. Load average %s before, %s after. Heap of the hub after a full collection: %s MB at the start, %s in the middle, %s at the end.")
                        .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), PEOPLE, MINUTES, THINKING, load, load(), heaps.get(0), heaps.get(1), heaps.get(2)), ""));
        report.addAll(clicks.table());
        Files.write(Path.of(arguments[1]), report);
        report.forEach(System.out::println);
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }

    /** Megabytes in use after a full collection. */
    private static String heap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        return used.find() ? String.format(Locale.ROOT, "%.0f", Double.parseDouble(used.group(2) == null ? used.group(1) : used.group(2)) / 1024) : "unknown";
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}

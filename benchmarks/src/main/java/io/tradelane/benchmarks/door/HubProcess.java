package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built executable in a process of its own. */
final class HubProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
    final int port;
    private final Process process;
    private final Path log;

    private HubProcess(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Plays the demo in a home that has none. */
    static void play(Home home) throws IOException, InterruptedException {
        HubProcess demo = start(home, java("-Xmx1g"), "demo", "--once");
        if (demo.process.waitFor() != 0) {
            throw new IOException("the demo failed, see " + demo.log);
        }
    }

    static HubProcess serve(Home home) throws IOException, InterruptedException {
        List<String> command = java("-Xmx1g");
        command.addAll(1, List.of(System.getProperty("hub.options", "").split(" ")).stream().filter(option -> !option.isBlank()).toList());
        return start(home, command, "serve").awaitReady();
    }

    /** @param command up to the words for the executable */
    static HubProcess start(Home home, List<String> command, String... words) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        all.addAll(List.of("--home", home.folder().toString(), "--port", Integer.toString(port)));
        Path log = home.folder().resolveSibling(home.folder().getFileName() + ".log");
        Files.createDirectories(log.toAbsolutePath().getParent());
        return new HubProcess(port, new ProcessBuilder(all).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log);
    }

    private static List<String> java(String option) throws IOException {
        Path jar = Path.of(System.getProperty("jar", root().resolve("server/target/tradelane.jar").toString()));
        if (!Files.exists(jar)) {
            throw new IOException("build the executable first: " + jar);
        }
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-jar", jar.toString()));
    }

    /** The source tree, from the folder of this module or from above it. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("tradelane")) ? here : here.getParent();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    HubProcess awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroy();
                throw new IOException("the hub does not get ready, see " + log);
            }
            Thread.sleep(10);
        }
        return this;
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness").toURL().openConnection();
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

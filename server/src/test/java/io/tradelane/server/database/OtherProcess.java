package io.tradelane.server.database;

import io.tradelane.server.home.Home;
import io.tradelane.server.home.HomeFixture;
import io.tradelane.server.home.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process of its own that starts the embedded database and then waits to be killed. */
final class OtherProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess startDatabase(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(READY)) {
                return new OtherProcess(process);
            }
        }
        throw new IOException("the other process ended with status " + process.exitValue());
    }

    public static void main(String[] args) throws InterruptedException {
        Home home = new Home(Path.of(args[0])).create();
        new EmbeddedDatabase(home, HomeFixture.secrets(home), new Ports(home), 0);
        System.out.println(READY);
        Thread.currentThread().join();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

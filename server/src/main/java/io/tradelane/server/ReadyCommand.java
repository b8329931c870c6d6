package io.tradelane.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code tradelane ready}: asks the process on this machine whether it is ready; for containers, which may have no curl. */
final class ReadyCommand {

    private static final int NOT_READY = 1;
    private static final int TIMEOUT_MILLIS = 2_500;

    private ReadyCommand() {}

    static int run(List<String> words) {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            String[] args = Options.toSettings(words).toArray(String[]::new);
            environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
            return ask(environment.getProperty("server.port", "8080")) == HttpURLConnection.HTTP_OK ? 0 : NOT_READY;
        } catch (IOException e) {
            return NOT_READY;
        } catch (Options.Wrong e) {
            System.err.println("tradelane ready: " + e.getMessage());
            return Tradelane.WRONG_USAGE;
        }
    }

    private static int ask(String port) throws IOException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection.getResponseCode();
    }
}

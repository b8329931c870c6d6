package io.tradelane.server;

import io.tradelane.server.home.ConfigurationCipher;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@code tradelane encrypt}: reads a secret from the terminal without echo, or from standard input, never from the
 * command line (where the process list and the shell's history would show it), and prints its {@code ENC(...)}.
 */
final class EncryptCommand {

    private EncryptCommand() {}

    static int run(List<String> words) {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            String[] args = Options.toSettings(words).toArray(String[]::new);
            environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
            String secret = read();
            if (secret == null || secret.isEmpty()) {
                System.err.println("tradelane encrypt: no secret given");
                return Tradelane.WRONG_USAGE;
            }
            System.out.println(ConfigurationCipher.of(environment).wrap(secret));
            return 0;
        } catch (Options.Wrong | IOException | IllegalStateException e) {
            System.err.println("tradelane encrypt: " + e.getMessage());
            return Tradelane.WRONG_USAGE;
        }
    }

    private static @Nullable String read() throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Secret: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}

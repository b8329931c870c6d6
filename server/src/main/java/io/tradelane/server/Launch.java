package io.tradelane.server;

import io.tradelane.server.home.Home;
import io.tradelane.server.home.HomeLock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts the server: takes the home, then Spring. */
final class Launch {

    private static final int START_FAILED = 1;
    private static final int HOME_IN_USE = 4;
    private static final int STAYS_UP = -1;

    private Launch() {}

    static int serve(List<String> words) {
        return start(words, Map.of());
    }

    static int demo(List<String> words) {
        return start(words, Map.of("tradelane.demo.enabled", "true"));
    }

    private static int start(List<String> words, Map<String, Object> more) {
        List<String> settings;
        try {
            settings = Options.toSettings(words);
        } catch (Options.Wrong e) {
            System.err.println("tradelane: " + e.getMessage());
            return Tradelane.WRONG_USAGE;
        }
        String[] args = settings.toArray(String[]::new);
        try {
            // Held until the process ends; the operating system gives it back.
            HomeLock.take(home(args).create());
        } catch (HomeLock.HomeInUse e) {
            System.err.println("tradelane: " + e.getMessage());
            return HOME_IN_USE;
        }
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setDefaultProperties(more);
        ConfigurableApplicationContext context;
        try {
            context = application.run(args);
        } catch (RuntimeException e) {
            return START_FAILED; // Spring has said why, on the console and in the log
        }
        return context.getEnvironment().getProperty("tradelane.demo.once", Boolean.class, false)
                ? SpringApplication.exit(context)
                : STAYS_UP;
    }

    private static Home home(String[] args) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        return Home.of(environment);
    }
}

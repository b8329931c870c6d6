package io.tradelane.server;

import io.tradelane.server.home.Home;
import io.tradelane.server.home.HomeLock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the server: takes the home, then everything in it. */
final class Launch {

    private static final int START_FAILED = 1;
    private static final int STAYS_UP = -1;

    private Launch() {}

    static int serve(List<String> words) {
        return start(words, Map.of());
    }

    static int demo(List<String> words) {
        // The terminal belongs to the journey; the file has everything.
        return start(words, Map.of("tradelane.demo.enabled", "true", "logging.threshold.console", "warn"));
    }

    private static int start(List<String> words, Map<String, Object> more) {
        List<String> settings;
        try {
            settings = Options.toSettings(words);
        } catch (Options.Wrong e) {
            System.err.println("tradelane: " + e.getMessage());
            return Tradelane.WRONG_USAGE;
        }
        SpringApplication application = new SpringApplication(TradelaneApplication.class);
        application.setDefaultProperties(more);
        // Rooms have the same names on every floor, and so may their classes.
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(Launch::takeHome);
        ConfigurableApplicationContext context;
        try {
            context = application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            return START_FAILED; // Spring has said why, on the console and in the log
        }
        return context.getEnvironment().getProperty("tradelane.demo.once", Boolean.class, false)
                ? SpringApplication.exit(context)
                : STAYS_UP;
    }

    /** Held until the process ends; the operating system gives it back. */
    private static void takeHome(ConfigurableApplicationContext context) {
        HomeLock.take(Home.of(context.getEnvironment()).create());
    }
}

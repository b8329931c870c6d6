package io.tradelane.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of the system, which the launcher installs; nothing is downloaded here. */
final class Browsers {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Browsers() {}

    static Playwright playwright() {
        assumeFalse("off".equals(System.getProperty("tradelane.browser")), "browser tests are switched off");
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser chromium(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
    }

    private static Path executable() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"));
        Stream<Path> named = Optional.ofNullable(System.getProperty("tradelane.chromium")).map(Path::of).stream();
        return Stream.of(named, Stream.of(Path.of("/usr/bin/chromium")), onPath).flatMap(each -> each)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: install the package chromium, name one with "
                        + "-Dtradelane.chromium=PATH, or skip these tests with -Dtradelane.browser=off"));
    }
}

package io.tradelane.server.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * The folder of one installation (setting {@code tradelane.home}, default {@code ./data}). Everything that has to
 * survive a restart is in it, so copying it while the process is down copies the installation.
 */
public record Home(Path root) {

    static final String DEFAULT = "./data";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public static Home of(Environment environment) {
        return new Home(Path.of(environment.getProperty("tradelane.home", DEFAULT)));
    }

    /** Data and log of the embedded PostgreSQL. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Journal, bindings and pages of the embedded broker. */
    public Path artemis() {
        return root.resolve("artemis");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** Makes a folder in this home that only its owner may enter, whatever the rights of the home are. */
    public void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            PrivateFiles.createDirectory(folder);
        }
    }

    /** Makes the folder, readable by its owner only. An existing folder keeps the rights its owner gave it. */
    public Home create() {
        try {
            if (!Files.isDirectory(root)) {
                if (root.getParent() != null) {
                    Files.createDirectories(root.getParent());
                }
                PrivateFiles.createDirectory(root);
            }
            return this;
        } catch (IOException e) {
            throw new StartRefused("the home folder " + root + " cannot be made: " + e, "Choose another place with --home.");
        }
    }
}

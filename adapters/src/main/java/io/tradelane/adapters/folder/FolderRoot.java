package io.tradelane.adapters.folder;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder below which all folder channels lie; none can reach outside. */
@Component
public class FolderRoot {
    private final Path root;

    public FolderRoot(@Value("${tradelane.doors.folder.root:data/folders}") Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** @throws IllegalArgumentException when the path would lead outside */
    Path resolve(String directory) {
        Path path = root.resolve(directory.replaceAll("^/+", "")).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("The folder " + directory + " is not below the root of the folder channels");
        }
        return path;
    }
}

package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Overlay;
import io.tradelane.mappings.cartridge.OverlayReader;
import io.tradelane.mappings.cartridge.OverlayRefused;
import io.tradelane.mappings.cartridge.Overlays;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with one folder for each partner, and in it one for each message it sends otherwise, which holds an {@code overlay.xml}
 * and the examples that are its test: {@code 4012345500004-14/ORDERS-D96A/overlay.xml}. What is broken is not used, and the
 * others are.
 */
public final class OverlayFolder {
    private static final String NAME = "overlay.xml";
    private static final int DEPTH = 4;
    private static final int MOST = 5_000;

    private final Path folder;
    private Map<Path, Known> known = Map.of();
    private Loaded loaded = new Loaded(Overlays.NONE, List.of());

    /** @param folder may be missing, and may come later */
    public OverlayFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param line from 1
     * @param text what is wrong there
     */
    public record Problem(Path file, int line, String text) {

        /** As a compiler says it. */
        @Override
        public String toString() {
            return file + ":" + line + ": error: " + text;
        }
    }

    public record Loaded(Overlays overlays, List<Problem> problems) {}

    /** As it was read when its file had this time and size. */
    private record Known(FileTime changed, long size, @Nullable Overlay overlay, @Nullable Problem problem) {}

    /** Reads what is new or has changed since the last time; the same object when nothing has. */
    public synchronized Loaded load() {
        Map<Path, Known> now = new LinkedHashMap<>();
        boolean changed = false;
        for (Path file : files()) {
            Known before = known.get(file);
            Known current = known(file, before);
            changed |= current != before;
            if (current != null) {
                now.put(file, current);
            }
        }
        if (changed || now.size() != known.size()) {
            known = now;
            loaded = loaded(now);
        }
        return loaded;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.endsWith(NAME)).sorted().limit(MOST).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.copyOf(known.keySet());
        }
    }

    private static @Nullable Known known(Path file, @Nullable Known before) {
        FileTime changed;
        long size;
        try {
            changed = Files.getLastModifiedTime(file);
            size = Files.size(file);
        } catch (IOException gone) {
            return null;
        }
        if (before != null && before.changed.equals(changed) && before.size == size) {
            return before;
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            Overlay overlay = OverlayReader.read(input);
            List<String> problems = Catalogue.families().stream().flatMap(family -> family.problems(overlay).stream()).toList();
            return problems.isEmpty() ? new Known(changed, size, overlay, null)
                    : new Known(changed, size, null, new Problem(file, overlay.mappingLine(), String.join("; ", problems)));
        } catch (OverlayRefused refused) {
            return new Known(changed, size, null, new Problem(file, refused.line(), String.valueOf(refused.getMessage())));
        } catch (IOException unreadable) {
            return new Known(changed, size, null, new Problem(file, 1, "cannot be read: " + unreadable.getMessage()));
        }
    }

    private static Loaded loaded(Map<Path, Known> files) {
        List<Problem> problems = new ArrayList<>();
        Map<Overlay, Path> good = new IdentityHashMap<>();
        List<Overlay> order = new ArrayList<>();
        files.forEach((file, known) -> {
            if (known.problem != null) {
                problems.add(known.problem);
            }
            if (known.overlay != null) {
                good.put(known.overlay, file);
                order.add(known.overlay);
            }
        });
        List<Overlay> second = Overlays.overlapping(order);
        second.forEach(overlay -> problems.add(new Problem(
                good.get(overlay), 1, "another overlay for this message of this partner holds on some of the same days; the first in the order of paths counts")));
        order.removeAll(second);
        return new Loaded(Overlays.of(order), List.copyOf(problems));
    }
}

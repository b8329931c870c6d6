package io.tradelane.adapters.remote;

import io.tradelane.adapters.remote.RemoteFiles.RemoteFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a channel saw at its last look, and since when it stands still. One thread at a time. */
final class Sightings {
    /** A file that another hub has taken hold of is left to it so long; then that hub is taken for dead. */
    private static final long ABANDONED_MILLIS = 600_000;

    private record Sighting(RemoteFile file, long since) {}

    private Map<String, Sighting> seen = new HashMap<>();
    private boolean first = true;

    /** Those of the listed files that may be read now: complete, or left in progress by a process that died. */
    List<RemoteFile> ready(List<RemoteFile> listed, long stableMillis) {
        long now = System.nanoTime() / 1_000_000;
        Map<String, Sighting> earlier = seen;
        seen = listed.stream().collect(Collectors.toMap(RemoteFile::name, file -> {
            Sighting before = earlier.get(file.name());
            return before != null && before.file.equals(file) ? before : new Sighting(file, now);
        }, (one, other) -> one));
        boolean afterStart = first;
        first = false;
        return listed.stream().filter(file -> {
            boolean held = file.name().endsWith(RemotePickup.IN_PROGRESS);
            return held && afterStart || now - seen.get(file.name()).since >= (held ? ABANDONED_MILLIS : stableMillis);
        }).toList();
    }

    /** What is in progress is ours: nothing else of this hub reads here now. */
    void failed() {
        first = true;
    }
}

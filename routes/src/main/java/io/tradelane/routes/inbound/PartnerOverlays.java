package io.tradelane.routes.inbound;

import io.tradelane.mappings.OverlayFolder;
import io.tradelane.mappings.OverlayFolder.Problem;
import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.partner.Tenancy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The overlays in the hub's folder, looked through for changes; a broken one is an incident until it is right or gone, and the others hold. */
@Component
public class PartnerOverlays {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerOverlays.class);

    private final Path path;
    private final OverlayFolder folder;
    private final Incidents incidents;
    private final Set<Problem> told = new HashSet<>();
    /** Files for which there may be incidents; {@code null} before the first look, when those of an earlier run may be open. */
    private @Nullable Set<String> broken;
    private volatile OverlayFolder.Loaded loaded;

    PartnerOverlays(@Value("${tradelane.hub.overlays:data/overlays}") Path folder, Incidents incidents) {
        this.path = folder;
        this.folder = new OverlayFolder(folder);
        this.incidents = incidents;
        this.loaded = this.folder.load();
    }

    /** As they are now; of what partners send, unless it is said otherwise. */
    public Overlays current() {
        return loaded.overlays();
    }

    /** Called every few seconds. */
    public synchronized void refresh() {
        OverlayFolder.Loaded now = folder.load();
        if (now != loaded) {
            loaded = now;
            LOG.info("{} overlays of partners hold, {} are broken", now.overlays().size(), now.problems().size());
        }
        List<Problem> problems = now.problems();
        told.retainAll(problems);
        problems.stream().filter(problem -> !told.contains(problem)).forEach(this::raise);
        settle(problems.stream().map(problem -> problem.file().toString()).collect(Collectors.toSet()));
    }

    private void settle(Set<String> still) {
        if (!still.equals(broken)) {
            Tenancy.run(Tenancy.Actor.hub(), () -> incidents.settle(
                    Cause.OVERLAY_BROKEN, subject -> subject.startsWith(path.toString()) && !still.contains(subject)));
            broken = still;
        }
    }

    private void raise(Problem problem) {
        LOG.error("{}", problem);
        Map<String, String> args = Map.of("subject", problem.file().toString(), "line", Integer.toString(problem.line()), "error", problem.text());
        Tenancy.run(Tenancy.Actor.hub(), () -> incidents.raise(
                new NewIncident(Cause.OVERLAY_BROKEN, null, null, null, args, problem.toString())));
        told.add(problem);
    }
}

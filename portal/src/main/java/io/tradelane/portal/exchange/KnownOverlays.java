package io.tradelane.portal.exchange;

import io.tradelane.mappings.OverlayFolder;
import io.tradelane.mappings.ReadOptions;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What partners do otherwise, where this process has the hub's folder: only then are the segments of their own shown by name. */
@Component
class KnownOverlays {
    private final OverlayFolder folder;

    KnownOverlays(@Value("${tradelane.hub.overlays:data/overlays}") Path folder) {
        this.folder = new OverlayFolder(folder);
    }

    /** As the folder is now. */
    ReadOptions applied(ReadOptions options) {
        return options.withOverlays(folder.load().overlays());
    }
}

package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls the {@link Announcer} after commit, if there is one: a process of the role portal has none, the hub's sweep finds the row. */
@Component
class Announcements {
    private final ObjectProvider<Announcer> announcer;

    Announcements(ObjectProvider<Announcer> announcer) {
        this.announcer = announcer;
    }

    void afterCommit(UUID interchange) {
        afterCommit(List.of(interchange));
    }

    void afterCommit(List<UUID> interchanges) {
        if (interchanges.isEmpty()) {
            return;
        }
        AfterCommit.run(() -> {
            CrashPoint.reach("before-announce");
            announcer.ifAvailable(there -> there.announce(interchanges));
            CrashPoint.reach("after-announce");
        });
    }
}

package io.tradelane.trading.exchange;

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
        AfterCommit.run(() -> {
            CrashPoint.reach("before-announce");
            announcer.ifAvailable(there -> there.announce(interchange));
            CrashPoint.reach("after-announce");
        });
    }
}

package io.tradelane.portal.requirement;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requirements at the level of the caller: some see those of all colleagues, others their own. */
@Component
class VisibleRequirements {
    private final Requirements requirements;
    private final Timeline timeline;

    VisibleRequirements(Requirements requirements, Timeline timeline) {
        this.requirements = requirements;
        this.timeline = timeline;
    }

    /** Whose alone the caller sees; null: everybody's. */
    static @Nullable UUID author() {
        Caller caller = Caller.current();
        return caller.user() == null || caller.may(Permission.REQUIREMENT_OVERSEE) ? null : caller.user().id();
    }

    /** @throws NotFound for what is not there, and for what is not hers to see */
    RequirementView require(UUID id) {
        UUID author = author();
        return NotFound.orElse404(requirements.find(id).filter(found -> author == null || author.equals(found.authorId())));
    }

    List<Timeline.Entry> timeline(UUID id) {
        return timeline.of(List.of(new Timeline.Subject(Requirements.ENTITY, id)));
    }
}

package io.tradelane.adapters;

import io.tradelane.trading.shared.Nul;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a connection came: every step that was reached, the last one perhaps in vain. */
public final class ConnectionSteps {
    private final List<Result> results = new ArrayList<>();

    /** In the order in which a door comes to them; the portal has their names in both languages. */
    public enum Step {
        RESOLVED,
        CONNECTED,
        HOST_KEY,
        CERTIFICATE,
        AUTHENTICATED,
        DIRECTORY_READABLE,
        DIRECTORY_WRITABLE,
        ANSWERED
    }

    /** @param detail for a person, such as an address or a fingerprint; null where there is nothing to add */
    public record Result(Step step, boolean good, @Nullable String detail) {
        public Result {
            detail = Nul.replaced(detail);
        }
    }

    public void reached(Step step, @Nullable String detail) {
        results.add(new Result(step, true, detail));
    }

    public void failed(Step step, @Nullable String detail) {
        results.add(new Result(step, false, detail));
    }

    public List<Result> results() {
        return List.copyOf(results);
    }
}

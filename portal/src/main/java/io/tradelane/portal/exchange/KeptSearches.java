package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
import io.tradelane.trading.exchange.Tracker;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The searches that the caller keeps, with what they find now. */
@Component
public class KeptSearches {
    private final SavedSearches searches;
    private final Tracker tracker;
    private final Formats formats;

    KeptSearches(SavedSearches searches, Tracker tracker, Formats formats) {
        this.searches = searches;
        this.tracker = tracker;
        this.formats = formats;
    }

    /** @param address of the page that shows it @param count up to a hundred, which stands for as many or more */
    public record Kept(UUID id, String name, boolean shared, String address, int count) {}

    /** @param most how many at most */
    public List<Kept> list(int most) {
        UUID organisation = Caller.current().organisation();
        return organisation == null ? List.of() : searches.list(organisation, SavedSearch.Subject.DOCUMENT).stream().limit(most).map(this::kept).toList();
    }

    private Kept kept(SavedSearch search) {
        DocumentQuery query = DocumentQuery.of(search.query());
        return new Kept(search.id(), search.name(), search.shared(), query.address().toString(), tracker.count(query.q(), query.filters(formats.zone())));
    }
}

package io.tradelane.portal.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Saved searches, in JSON. */
@ApiController
@Tag(name = "Exchange")
class SearchesApi {
    private static final int MOST = 100;
    private final SavedSearches searches;
    private final KeptSearches kept;

    SearchesApi(SavedSearches searches, KeptSearches kept) {
        this.searches = searches;
        this.kept = kept;
    }

    /** @param query the parameters of {@code /api/v1/search} */
    record NewSearch(@Nullable String name, @Nullable Boolean shared, @Nullable Map<String, String> query) {}

    record Saved(UUID id) {}

    @Operation(summary = "The caller's saved searches and those shared in its organisation, with how many documents they find: 100 for as many or more")
    @GetMapping("/api/v1/saved-searches")
    Listing<KeptSearches.Kept> list() {
        return new Listing<>(kept.list(MOST), null);
    }

    @Operation(summary = "Save a search; one of the same name is replaced. A machine's are shared")
    @PostMapping("/api/v1/saved-searches")
    @ResponseStatus(HttpStatus.CREATED)
    Saved save(@RequestBody NewSearch search) {
        DocumentQuery query = DocumentQuery.of(Objects.requireNonNullElse(search.query, Map.of()));
        String name = Objects.requireNonNullElse(search.name, "").strip();
        if (name.isEmpty() || name.length() > SearchPages.LONGEST_NAME || !query.narrowed()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "A search needs a name of up to 60 characters and something to look for.",
                    List.of(Map.of("pointer", query.narrowed() ? "/name" : "/query", "code", "required")));
        }
        UUID saved = searches.save(organisation(), SavedSearch.Subject.DOCUMENT, name, Boolean.TRUE.equals(search.shared), query.words());
        if (saved == null) {
            throw new Problem(HttpStatus.CONFLICT, "too-many", "Fifty searches are kept already.");
        }
        return new Saved(saved);
    }

    @Operation(summary = "Forget a saved search")
    @DeleteMapping("/api/v1/saved-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!searches.remove(organisation(), id)) {
            throw new NotFound();
        }
    }

    private static UUID organisation() {
        UUID organisation = Caller.current().organisation();
        if (organisation == null) {
            throw new NotFound();
        }
        return organisation;
    }
}

package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Searches of articles that somebody keeps, and gets new matches of by mail, in JSON. */
@ApiController
@Tag(name = "Articles")
class ArticleSearchesApi {
    private final KeptArticleSearches kept;

    ArticleSearchesApi(KeptArticleSearches kept) {
        this.kept = kept;
    }

    /** @param query as in the address of the page: {@code q=bolt&stock=1} */
    record NewSearch(@Nullable String name, @Nullable Boolean shared, @Nullable String query) {}

    record Saved(UUID id) {}

    @Operation(summary = "Searches of articles that the caller keeps, and those shared in its organisation")
    @GetMapping("/api/v1/article-searches")
    Listing<KeptArticleSearches.Kept> list() {
        return new Listing<>(kept.list(), null);
    }

    @Operation(summary = "Keeps a search; one of the same name is replaced, and subscriptions to it end")
    @PostMapping("/api/v1/article-searches")
    @ResponseStatus(HttpStatus.CREATED)
    Saved save(@RequestBody NewSearch said) {
        String name = Objects.requireNonNullElse(said.name(), "").strip();
        SearchAddress address = SearchAddress.parse(Objects.requireNonNullElse(said.query(), ""));
        if (!KeptArticleSearches.right(name, address)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "A search needs a name of up to 60 characters and something to look for.",
                    List.of(Map.of("pointer", address.blank() ? "/query" : "/name", "code", "required")));
        }
        return new Saved(kept.save(name, Boolean.TRUE.equals(said.shared()), address).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "too-many", "Fifty searches are kept already.")));
    }

    @Operation(summary = "Forgets a search; subscriptions to it end")
    @DeleteMapping("/api/v1/article-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!kept.remove(id)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "Mails the caller, who has to be a person, what the search newly finds, each article once; 422 too-wide for one that finds more than 500 now")
    @PutMapping("/api/v1/article-searches/{id}/subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void subscribe(@PathVariable UUID id) {
        Commands.require(kept.subscribe(id));
    }

    @Operation(summary = "Ends it")
    @DeleteMapping("/api/v1/article-searches/{id}/subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@PathVariable UUID id) {
        if (!kept.unsubscribe(id)) {
            throw new NotFound();
        }
    }
}

package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleMedia;
import io.tradelane.trading.catalogue.ArticleMedium;
import io.tradelane.trading.catalogue.MediaStore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Pictures and films of articles over HTTP: the bytes as the body. */
@ApiController
@Tag(name = "Articles")
class MediaApi {
    private final ArticleMedia media;
    private final MediaStore store;
    private final ArticleListing listing;

    MediaApi(ArticleMedia media, MediaStore store, ArticleListing listing) {
        this.media = media;
        this.store = store;
        this.listing = listing;
    }

    @Operation(summary = "Pictures and films of an article")
    @GetMapping("/api/v1/articles/{id}/media")
    Listing<ArticleMedium> list(@PathVariable UUID id) {
        NotFound.orElse404(listing.find(id));
        return new Listing<>(media.of(id), null);
    }

    @Operation(summary = "Adds a picture (JPEG, PNG) or a film (MP4)")
    @PostMapping("/api/v1/articles/{id}/media")
    @ResponseStatus(HttpStatus.CREATED)
    Listing<ArticleMedium> add(@PathVariable UUID id, @RequestParam(defaultValue = "file") String name, @RequestBody(required = false) byte @Nullable [] bytes) {
        Commands.require(ArticleAnswers.of(media.add(ArticleActions.supplier(), id, name.length() > 200 ? name.substring(0, 200) : name, bytes == null ? new byte[0] : bytes)));
        return list(id);
    }

    @Operation(summary = "Takes it from the article")
    @DeleteMapping("/api/v1/articles/{id}/media/{medium}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID medium) {
        Commands.require(ArticleAnswers.of(media.remove(ArticleActions.supplier(), id, medium)));
    }

    @Operation(summary = "The bytes; a part of them by Range")
    @GetMapping("/api/v1/media/{hash}")
    ResponseEntity<Resource> bytes(@PathVariable String hash) {
        MediaStore.Stored found = NotFound.orElse404(store.find(hash));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.contentType())).body(new StoredMedium(found, store));
    }
}

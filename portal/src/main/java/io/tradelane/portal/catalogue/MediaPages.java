package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleMedia;
import io.tradelane.trading.catalogue.MediaStore;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pictures and films: brought by the supplier, shown to whoever sees the article. A part of a film can be asked for. */
@Page
class MediaPages {
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
    private final ArticleMedia media;
    private final MediaStore store;
    private final Outcomes outcomes;
    private final Words words;

    MediaPages(ArticleMedia media, MediaStore store, Outcomes outcomes, Words words) {
        this.media = media;
        this.store = store;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/media/{hash}")
    ResponseEntity<Resource> whole(@PathVariable String hash) {
        MediaStore.Stored found = NotFound.orElse404(store.find(hash));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.contentType())).cacheControl(KEPT).body(new StoredMedium(found, store));
    }

    @GetMapping("/media/{hash}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String hash) {
        MediaStore.Stored found = NotFound.orElse404(store.find(hash).filter(one -> one.thumbnail() != null));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(KEPT).body(found.thumbnail());
    }

    @PostMapping("/articles/{id}/media")
    String add(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next) {
        if (file == null || file.isEmpty()) {
            Toast.bad(next, words.text("upload.none"));
        } else {
            String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
            outcomes.tell(ArticleAnswers.of(media.add(ArticleActions.supplier(), id, name.length() > 200 ? name.substring(0, 200) : name, UploadPages.bytes(file))), "article.media.added", next);
        }
        return "redirect:/articles/" + id;
    }

    @PostMapping("/articles/{id}/media/{medium}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID medium, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(media.remove(ArticleActions.supplier(), id, medium)), "article.media.removed", next);
        return "redirect:/articles/" + id;
    }
}

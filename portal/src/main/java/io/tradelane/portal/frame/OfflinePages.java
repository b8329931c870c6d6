package io.tradelane.portal.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What a browser keeps for when there is no network: the service worker, which holds the static files and one page that says so, and nothing that
 * belongs to a person.
 */
@Page
class OfflinePages {
    private static final List<String> SHELL = List.of("/assets/hub.css", "/assets/hub.js", "/assets/icons.svg", "/assets/mark.svg");
    private final ResourceUrlProvider addresses;
    private final String worker;

    OfflinePages(ResourceUrlProvider addresses) throws IOException {
        this.addresses = addresses;
        worker = new ClassPathResource("io/tradelane/portal/frame/worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    /** At the root, so that it speaks for all pages. The addresses have a hash of the content, so a new version of a file is a new worker. */
    @GetMapping("/service-worker.js")
    ResponseEntity<String> worker() {
        List<String> shell = SHELL.stream().map(path -> Objects.requireNonNullElse(addresses.getForLookupPath(path), path)).map(path -> "'" + path + "'").toList();
        return ResponseEntity.ok().contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8)).cacheControl(CacheControl.noCache())
                .body(worker.replace("__SHELL__", String.join(", ", shell)).replace("__VERSION__", Integer.toHexString(shell.hashCode())));
    }

    @GetMapping("/offline")
    String offline() {
        return "frame/offline";
    }
}

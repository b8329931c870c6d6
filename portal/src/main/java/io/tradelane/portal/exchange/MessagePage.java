package io.tradelane.portal.exchange;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.SegmentEnds;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message: what it says, how it was written, what answered it, where it went. The other party of the business sees what it says;
 * bytes and transport are between the hub and the partner on the wire.
 */
@Page
class MessagePage {
    static final long LARGEST_SHOWN = 1_000_000;
    /** It is read up to the message. */
    private static final long LARGEST_TREE = 20_000_000;
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Interchanges interchanges;
    private final Timeline timeline;
    private final DigestMaker digests;
    private final KnownOverlays overlays;

    MessagePage(Interchanges interchanges, Timeline timeline, DigestMaker digests, KnownOverlays overlays) {
        this.overlays = overlays;
        this.interchanges = interchanges;
        this.timeline = timeline;
        this.digests = digests;
    }

    enum View {
        OVERVIEW,
        TREE,
        SEGMENTS,
        JSON,
        ACKNOWLEDGEMENTS,
        JOURNEY
    }

    @GetMapping("/documents/messages/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String view, Model model, Locale locale) throws IOException {
        Message message = NotFound.orElse404(interchanges.message(id));
        Interchange interchange = interchanges.find(message.interchange()).orElse(null);
        List<Finding> findings = Finding.of(message.findings(), locale);
        boolean bytes = interchange != null && Caller.current().may(Permission.PAYLOAD_VIEW);
        View chosen = Constants.of(View.class, view).orElse(findings.isEmpty() || !bytes ? View.OVERVIEW : View.SEGMENTS);
        model.addAttribute("message", message);
        model.addAttribute("interchange", interchange);
        model.addAttribute("findings", findings);
        model.addAttribute("view", chosen);
        model.addAttribute("views", Stream.of(View.values()).filter(tab -> bytes || !(tab == View.SEGMENTS || tab == View.TREE))
                .filter(tab -> interchange != null || tab != View.ACKNOWLEDGEMENTS).toList());
        model.addAttribute("bytes", bytes);
        switch (chosen) {
            case OVERVIEW -> model.addAttribute("digest", message.document() == null ? null : digests.of(message.document()));
            case TREE -> model.addAttribute("tree", bytes ? tree(message, interchange, locale) : null);
            case SEGMENTS -> model.addAttribute("raw", bytes ? raw(message, interchange, findings) : null);
            case JSON -> model.addAttribute("json", message.document() == null ? null
                    : PRETTY.writeValueAsString(PRETTY.readTree(DocumentJson.write(message.document()))));
            case ACKNOWLEDGEMENTS -> model.addAttribute("acknowledgements", interchanges.acknowledgements(message.interchange()));
            case JOURNEY -> {
                model.addAttribute("attempts", interchanges.attempts(message.interchange()));
                model.addAttribute("journey", timeline.of(List.of(
                        new Timeline.Subject("INTERCHANGE", message.interchange()), new Timeline.Subject("MESSAGE", message.id()))));
            }
        }
        return "exchange/message";
    }

    private TreeRows.@Nullable Shown tree(Message message, @Nullable Interchange interchange, Locale locale) throws IOException {
        if (interchange == null || interchange.size() > LARGEST_TREE) {
            return null;
        }
        try (InputStream in = interchanges.bytes(interchange.id())) {
            return TreeRows.of(in, overlays.applied(ReadOptions.defaults()), message.index(), locale).orElse(null);
        } catch (NoSuchElementException deleted) {
            return null;
        }
    }

    private RawText.Shown raw(Message message, @Nullable Interchange interchange, List<Finding> findings) throws IOException {
        if (interchange == null || message.byteEnd() - message.byteStart() > LARGEST_SHOWN) {
            return new RawText.Shown(List.of(), false);
        }
        try (InputStream in = new BufferedInputStream(interchanges.bytes(interchange.id()), SegmentEnds.HEAD)) {
            in.mark(SegmentEnds.HEAD);
            SegmentEnds ends = RawText.ends(interchange.format(), in.readNBytes(SegmentEnds.HEAD));
            in.reset();
            in.skipNBytes(message.byteStart());
            return RawText.of(in.readNBytes((int) (message.byteEnd() - message.byteStart())), message.byteStart(), ends, findings);
        } catch (NoSuchElementException deleted) {
            return new RawText.Shown(List.of(), true);
        }
    }
}

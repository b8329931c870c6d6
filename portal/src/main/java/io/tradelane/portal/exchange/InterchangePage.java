package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Retention;
import io.tradelane.trading.exchange.traffic.Holds;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.AgreementVersions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One transmission with its messages, its bytes, its tries and its answers. */
@Page
class InterchangePage {
    private static final int MESSAGES = 50;
    private static final int BYTES_SHOWN = 256 * 1024;
    private final Interchanges interchanges;
    private final Incidents incidents;
    private final Timeline timeline;
    private final AgreementVersions agreements;
    private final Holds holds;
    private final Retention retention;

    InterchangePage(
            Interchanges interchanges, Incidents incidents, Timeline timeline, AgreementVersions agreements, Holds holds, Retention retention) {
        this.agreements = agreements;
        this.holds = holds;
        this.retention = retention;
        this.interchanges = interchanges;
        this.incidents = incidents;
        this.timeline = timeline;
    }

    @GetMapping("/documents/interchanges/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int after, Model model, Locale locale) throws IOException {
        Interchange interchange = NotFound.orElse404(interchanges.find(id));
        var messages = interchanges.headings(id, after, MESSAGES + 1);
        List<Finding> findings = Finding.of(interchange.findings(), locale);
        Caller caller = Caller.current();
        model.addAttribute("interchange", interchange);
        model.addAttribute("messages", messages.stream().limit(MESSAGES).toList());
        model.addAttribute("next", messages.size() > MESSAGES ? "/documents/interchanges/" + id + "?after=" + messages.get(MESSAGES - 1).index() : null);
        model.addAttribute("first", after < 0 ? null : "/documents/interchanges/" + id);
        model.addAttribute("findings", findings);
        model.addAttribute("hold", holds.of(interchange).orElse(null));
        model.addAttribute("raw", caller.may(Permission.PAYLOAD_VIEW) ? raw(interchange, findings) : null);
        model.addAttribute("kept", retention.of(id).orElse(null));
        model.addAttribute("agreed", agreements.usedBy(id).orElse(null));
        model.addAttribute("attempts", interchanges.attempts(id));
        model.addAttribute("acknowledgements", interchanges.acknowledgements(id));
        model.addAttribute("incidents", caller.may(Permission.INCIDENT_VIEW) ? incidents.ofInterchange(id) : List.of());
        model.addAttribute("journey", timeline.of(List.of(new Timeline.Subject("INTERCHANGE", id))));
        return "exchange/interchange";
    }

    @GetMapping("/documents/interchanges/{id}/payload")
    ResponseEntity<InputStreamResource> payload(@PathVariable UUID id) {
        return Download.of(NotFound.orElse404(interchanges.find(id)), interchanges);
    }

    private RawText.@Nullable Shown raw(Interchange interchange, List<Finding> findings) throws IOException {
        try (InputStream bytes = interchanges.bytes(interchange.id())) {
            byte[] head = bytes.readNBytes(BYTES_SHOWN);
            RawText.Shown shown = RawText.of(head, 0, RawText.ends(interchange.format(), head), findings);
            return new RawText.Shown(shown.lines(), shown.whole() && head.length == interchange.size());
        } catch (NoSuchElementException notForThisCaller) {
            return null;
        }
    }
}

package io.tradelane.portal.incident;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Direction;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Edits a copy of what came and sends it through the inbox again; the original stays. Segments are shown one a line, and
 * the line ends that were added for reading are taken out again.
 */
@Page
class Resubmission {
    private static final int LARGEST = 200_000;
    private final Incidents incidents;
    private final Interchanges interchanges;
    private final Words words;

    Resubmission(Incidents incidents, Interchanges interchanges, Words words) {
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.words = words;
    }

    /** Small enough to edit in a browser, and something that came in. */
    static boolean possible(@Nullable Interchange interchange) {
        return interchange != null && interchange.direction() == Direction.INBOUND && interchange.size() <= LARGEST;
    }

    @GetMapping("/incidents/{id}/resubmission")
    String form(@PathVariable UUID id, Model model) throws IOException {
        Incident incident = NotFound.orElse404(incidents.find(id));
        Interchange interchange = editable(incident);
        byte[] bytes = bytes(interchange);
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        boolean oneLine = text.indexOf('\n') < 0 && "EDIFACT".equals(interchange.format());
        return show(incident, interchange, oneLine ? text.replaceAll("(?<!\\?)'", "'\n") : text, oneLine, charset, new Problems(), model);
    }

    @PostMapping("/incidents/{id}/resubmission")
    String resubmit(
            @PathVariable UUID id,
            @RequestParam String bytes,
            @RequestParam(defaultValue = "false") boolean oneLine,
            @RequestParam(defaultValue = "UTF-8") String charset,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Incident incident = NotFound.orElse404(incidents.find(id));
        Interchange interchange = editable(incident);
        Charset encoding = charset.equals("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String text = bytes.replace("\r\n", "\n");
        Problems problems = new Problems();
        try {
            ByteBuffer encoded = encoding.newEncoder().encode(CharBuffer.wrap(oneLine ? text.replace("\n", "") : text));
            byte[] edited = new byte[encoded.remaining()];
            encoded.get(edited);
            if (edited.length > 0 && edited.length <= LARGEST) {
                UUID again = incidents.resubmit(id, new ByteArrayInputStream(edited));
                Toast.ok(next, words.text("resubmission.sent"));
                return "redirect:/documents/interchanges/" + again;
            }
            problems.add("bytes", words.text("resubmission.size"));
        } catch (CharacterCodingException foreign) {
            problems.add("bytes", words.text("resubmission.charset", encoding.name()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(incident, interchange, text, oneLine, encoding, problems, model);
    }

    private Interchange editable(Incident incident) {
        Interchange interchange = incident.interchange() == null ? null : interchanges.find(incident.interchange()).orElse(null);
        if (interchange == null || !possible(interchange) || incident.status() == Incident.Status.CLOSED) {
            throw new NotFound();
        }
        return interchange;
    }

    private byte[] bytes(Interchange interchange) throws IOException {
        try (InputStream bytes = interchanges.bytes(interchange.id())) {
            return bytes.readNBytes(LARGEST);
        }
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException latin) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static String show(
            Incident incident, Interchange interchange, String text, boolean oneLine, Charset charset, Problems problems, Model model) {
        model.addAttribute("incident", incident);
        model.addAttribute("interchange", interchange);
        model.addAttribute("text", text);
        model.addAttribute("oneLine", oneLine);
        model.addAttribute("charset", charset.name());
        model.addAttribute("problems", problems.texts());
        return "incident/resubmission";
    }
}

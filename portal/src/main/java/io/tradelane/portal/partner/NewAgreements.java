package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.WrittenFormats;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One more kind of document that goes out over a connection: from whom, in which format, with which addresses in the envelope. */
@Page
class NewAgreements {
    private static final int LONGEST_ADDRESS = 35; // data elements 0004 and 0010
    private static final int LONGEST_CODE = 6; // data element 0057
    private static final String QUALIFIER_GS1 = "14";
    private final Channels channels;
    private final Agreements agreements;
    private final Organisations organisations;
    private final ObjectProvider<WrittenFormats> formats;
    private final Words words;

    NewAgreements(Channels channels, Agreements agreements, Organisations organisations, ObjectProvider<WrittenFormats> formats, Words words) {
        this.channels = channels;
        this.agreements = agreements;
        this.organisations = organisations;
        this.formats = formats;
        this.words = words;
    }

    @GetMapping("/connections/{id}/agreements/new")
    String form(@PathVariable UUID id, Model model) {
        Map<String, String> initial = new HashMap<>(Map.of("version", "D96A", "acknowledgement", "true"));
        return form(outbound(id), initial, new Problems(), model);
    }

    @PostMapping("/connections/{id}/agreements/new")
    String agree(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Channel channel = outbound(id);
        Problems problems = new Problems();
        Agreement agreement = read(channel, typed, problems);
        if (agreement == null || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(channel, typed, problems, model);
        }
        agreements.agree(agreement);
        Toast.ok(next, words.text("agreement.made"));
        return "redirect:/connections/" + id;
    }

    private @Nullable Agreement read(Channel channel, Map<String, String> typed, Problems problems) {
        FormValues values = new FormValues(typed, problems, words);
        Optional<DocumentType> type = Constants.of(DocumentType.class, typed.getOrDefault("type", ""));
        Optional<Organisation> sender = sender(typed.getOrDefault("sender", "")).filter(found -> !found.id().equals(channel.organisation()));
        Organisation receiver = organisations.find(channel.organisation()).orElseThrow();
        if (type.isEmpty()) {
            problems.add("type", words.text("problem.required"));
        }
        if (sender.isEmpty()) {
            problems.add("sender", words.text("problem.required"));
        }
        String version = typed.getOrDefault("version", "").strip().toUpperCase(Locale.ROOT);
        WrittenFormats known = formats.getIfAvailable();
        if (known != null && type.isPresent() && !known.of(type.get()).contains(version)) {
            problems.add("version", words.text("agreement.problem.version"));
        }
        String association = values.text("association", LONGEST_CODE);
        String from = sender.map(company -> address(values, "senderId", company, problems)).orElse(null);
        String to = address(values, "receiverId", receiver, problems);
        if (type.isEmpty() || sender.isEmpty() || from == null || to == null) {
            return null;
        }
        if (agreements.outbound(sender.get().id(), receiver.id(), type.get()).isPresent()) {
            problems.add("type", words.text("agreement.problem.there"));
        }
        boolean json = version.equals(WrittenFormats.JSON);
        return new Agreement(Ids.next(), sender.get().id(), receiver.id(), type.get(), json ? version : "EDIFACT", json ? "" : version, association,
                channel.id(), "true".equals(typed.get("acknowledgement")), from, qualifier(from, sender.get()), to, qualifier(to, receiver), "UNOC",
                "true".equals(typed.get("test")));
    }

    /** Left blank: the company's GLN. */
    private @Nullable String address(FormValues values, String field, Organisation company, Problems problems) {
        String typed = values.text(field, LONGEST_ADDRESS);
        String address = typed == null ? company.gln() : typed;
        if (address == null) {
            problems.add(field, words.text("problem.required"));
        }
        return address;
    }

    private static @Nullable String qualifier(String address, Organisation of) {
        return address.equals(of.gln()) ? QUALIFIER_GS1 : null;
    }

    private Optional<Organisation> sender(String id) {
        return organisations.list().stream().filter(organisation -> organisation.id().toString().equals(id)).findFirst();
    }

    private Channel outbound(UUID id) {
        return NotFound.orElse404(channels.find(id).filter(channel -> !channel.deleted() && channel.direction() == Direction.OUTBOUND));
    }

    private String form(Channel channel, Map<String, String> values, Problems problems, Model model) {
        model.addAttribute("channel", channel);
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("senders", organisations.list().stream().filter(sender -> !sender.id().equals(channel.organisation())).toList());
        model.addAttribute("labels", Map.of("type", words.text("document.type"), "sender", words.text("envelope.from"), "version", words.text("agreement.version"),
                "association", words.text("agreement.association"), "senderId", words.text("agreement.senderId"), "receiverId", words.text("agreement.receiverId")));
        return "partner/agreement";
    }
}

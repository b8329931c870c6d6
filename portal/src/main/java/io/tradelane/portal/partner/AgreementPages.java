package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which document goes out in which format, over which connection and with which addresses in the envelope. */
@Page
class AgreementPages {
    private static final Pattern DIRECTORY = Pattern.compile("D\\d\\d[ABC]");
    private static final int LONGEST_ADDRESS = 35; // data elements 0004 and 0010
    private static final int LONGEST_QUALIFIER = 4; // data element 0007
    private static final int LONGEST_CODE = 6; // data element 0057
    private static final String QUALIFIER_GS1 = "14";
    private static final String USUAL_CHARSET = "UNOC";
    private static final List<String> CHARSETS =
            List.of("UNOB", USUAL_CHARSET, "UNOD", "UNOE", "UNOF", "UNOG", "UNOH", "UNOI", "UNOJ", "UNOK", "UNOW");
    private final Channels channels;
    private final Agreements agreements;
    private final AcknowledgementPolicies acknowledgements;
    private final Organisations organisations;
    private final ObjectProvider<WrittenFormats> formats;
    private final Words words;

    AgreementPages(
            Channels channels, Agreements agreements, AcknowledgementPolicies acknowledgements, Organisations organisations,
            ObjectProvider<WrittenFormats> formats, Words words) {
        this.channels = channels;
        this.agreements = agreements;
        this.acknowledgements = acknowledgements;
        this.organisations = organisations;
        this.formats = formats;
        this.words = words;
    }

    @GetMapping("/connections/{id}/agreements/new")
    String add(@PathVariable UUID id, Model model) {
        Map<String, String> initial = new HashMap<>(Map.of("version", "D96A", "charset", USUAL_CHARSET, "acknowledgement", "true"));
        Channel channel = outbound(id);
        model.addAttribute("channel", channel);
        return form(channel.organisation(), initial, new Problems(), model);
    }

    @PostMapping("/connections/{id}/agreements/new")
    String agree(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Channel channel = outbound(id);
        Problems problems = new Problems();
        Optional<DocumentType> type = Constants.of(DocumentType.class, typed.getOrDefault("type", ""));
        Optional<Organisation> sender = sender(typed.getOrDefault("sender", "")).filter(found -> !found.id().equals(channel.organisation()));
        if (type.isEmpty()) {
            problems.add("type", words.text("problem.required"));
        }
        if (sender.isEmpty()) {
            problems.add("sender", words.text("problem.required"));
        }
        if (type.isPresent() && sender.isPresent() && agreements.outbound(sender.get().id(), channel.organisation(), type.get()).isPresent()) {
            problems.add("type", words.text("agreement.problem.there"));
        }
        Agreement agreement = read(Ids.next(), sender.orElse(null), organisation(channel.organisation()), type.orElse(null), id, typed, problems);
        if (agreement == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("channel", channel);
            return form(channel.organisation(), typed, problems, model);
        }
        agreements.agree(agreement);
        Toast.ok(next, words.text("agreement.made"));
        return "redirect:/connections/" + id;
    }

    @GetMapping("/agreements/{id}")
    String show(@PathVariable UUID id, Model model) {
        Agreement agreement = NotFound.orElse404(agreements.find(id));
        Map<String, String> values = new HashMap<>(Map.of("version", shown(agreement),
                "charset", agreement.charset(), "senderId", agreement.senderId(), "receiverId", agreement.receiverId()));
        values.put("association", agreement.association());
        values.put("senderQualifier", agreement.senderQualifier());
        values.put("receiverQualifier", agreement.receiverQualifier());
        values.put("acknowledgement", String.valueOf(agreement.acknowledgementRequested()));
        values.put("test", String.valueOf(agreement.test()));
        AcknowledgementForm.values(acknowledgements.of(id), values);
        model.addAttribute("agreement", agreement);
        return form(agreement.receiver(), values, new Problems(), model);
    }

    @PostMapping("/agreements/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Agreement agreement = NotFound.orElse404(agreements.find(id));
        Problems problems = new Problems();
        Agreement changed = read(id, organisation(agreement.sender()), organisation(agreement.receiver()), agreement.type(), agreement.channel(), typed, problems);
        AcknowledgementPolicy policy = AcknowledgementForm.read(acknowledgements.of(id), typed, new FormValues(typed, problems, words));
        if (changed == null || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("agreement", agreement);
            return form(agreement.receiver(), typed, problems, model);
        }
        agreements.agree(changed);
        acknowledgements.agree(id, policy);
        Toast.ok(next, words.text("agreement.changed"));
        return "redirect:/partners/" + agreement.receiver();
    }

    @PostMapping("/agreements/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        Agreement agreement = NotFound.orElse404(agreements.find(id));
        agreements.end(id);
        Toast.ok(next, words.text("agreement.removed"));
        return "redirect:/partners/" + agreement.receiver();
    }

    /** As it is typed: the directory of EDIFACT; of another format its name and version. */
    private static String shown(Agreement agreement) {
        return agreement.format().equals(WrittenFormats.EDIFACT) ? agreement.version()
                : agreement.version().isEmpty() ? agreement.format() : agreement.format() + ":" + agreement.version();
    }

    /** @return null when something is wrong */
    private @Nullable Agreement read(UUID id, @Nullable Organisation sender, Organisation receiver, @Nullable DocumentType type,
            @Nullable UUID channel, Map<String, String> typed, Problems problems) {
        FormValues values = new FormValues(typed, problems, words);
        String version = typed.getOrDefault("version", "").strip().toUpperCase(Locale.ROOT);
        WrittenFormats known = formats.getIfAvailable();
        if (known != null && type != null && !known.of(type).contains(version)) {
            problems.add("version", words.text("agreement.problem.version"));
        }
        String association = values.text("association", LONGEST_CODE);
        String charset = typed.getOrDefault("charset", USUAL_CHARSET);
        if (!charset.matches("UNO[A-KWY]")) {
            problems.add("charset", words.text("problem.choice"));
        }
        String from = sender == null ? null : address(values, "senderId", sender, problems);
        String to = address(values, "receiverId", receiver, problems);
        if (!problems.isEmpty() || sender == null || type == null || from == null || to == null) {
            return null;
        }
        String fromQualifier = qualifier(values, "senderQualifier", from, sender);
        String toQualifier = qualifier(values, "receiverQualifier", to, receiver);
        if (!problems.isEmpty()) {
            return null;
        }
        boolean directory = DIRECTORY.matcher(version).matches();
        String format = directory ? WrittenFormats.EDIFACT : version.split(":", 2)[0];
        String ofFormat = directory ? version : version.substring(Math.min(version.length(), format.length() + 1));
        return new Agreement(id, sender.id(), receiver.id(), type, format, ofFormat, association, channel,
                values.ticked("acknowledgement"), from, fromQualifier, to, toQualifier, charset, values.ticked("test"));
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

    /** Left blank: that of a GLN if the address is one, else none. */
    private static @Nullable String qualifier(FormValues values, String field, String address, Organisation of) {
        String typed = values.text(field, LONGEST_QUALIFIER);
        return typed == null && address.equals(of.gln()) ? QUALIFIER_GS1 : typed;
    }

    private Organisation organisation(UUID id) {
        return organisations.find(id).orElseThrow();
    }

    private Optional<Organisation> sender(String id) {
        return organisations.list().stream().filter(organisation -> organisation.id().toString().equals(id)).findFirst();
    }

    private Channel outbound(UUID id) {
        return NotFound.orElse404(channels.find(id).filter(channel -> !channel.deleted() && channel.direction() == Direction.OUTBOUND));
    }

    private String form(UUID receiver, Map<String, String> values, Problems problems, Model model) {
        model.addAttribute("receiver", receiver);
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("types", DocumentType.values());
        AcknowledgementForm.choices(model);
        // One that is no longer offered stays while nobody chooses another.
        model.addAttribute("charsets", Stream.concat(CHARSETS.stream(), Stream.of(values.getOrDefault("charset", USUAL_CHARSET))).distinct().toList());
        model.addAttribute("senders", organisations.list().stream().filter(sender -> !sender.id().equals(receiver)).toList());
        model.addAttribute("labels", Map.ofEntries(
                Map.entry("type", words.text("document.type")), Map.entry("sender", words.text("envelope.from")),
                Map.entry("version", words.text("agreement.version")), Map.entry("association", words.text("agreement.association")),
                Map.entry("charset", words.text("agreement.charset")), Map.entry("senderId", words.text("agreement.senderId")),
                Map.entry("receiverId", words.text("agreement.receiverId")), Map.entry("deadline", words.text("agreement.ack.deadline")),
                Map.entry("senderQualifier", words.text("agreement.senderQualifier")),
                Map.entry("receiverQualifier", words.text("agreement.receiverQualifier"))));
        return "partner/agreement";
    }
}

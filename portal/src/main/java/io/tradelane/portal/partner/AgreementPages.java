package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.ShownDocuments;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementChange;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms;
import io.tradelane.trading.partner.AgreementTerms.Receiving;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Batching;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is agreed: which document goes out how, and how what comes is taken in. A change is a draft until it is put into force. */
@Page
class AgreementPages {
    private static final int LONGEST_REASON = 300;
    private final Channels channels;
    private final Agreements agreements;
    private final AgreementVersions versions;
    private final AgreementForm form;
    private final AgreementOutcomes outcomes;
    private final Organisations organisations;
    private final ShownDocuments shown;
    private final Formats formats;
    private final Words words;

    AgreementPages(Channels channels, Agreements agreements, AgreementVersions versions, AgreementForm form, AgreementOutcomes outcomes,
            Organisations organisations, ShownDocuments shown, Formats formats, Words words) {
        this.shown = shown;
        this.formats = formats;
        this.channels = channels;
        this.agreements = agreements;
        this.versions = versions;
        this.form = form;
        this.outcomes = outcomes;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/connections/{id}/agreements/new")
    String add(@PathVariable UUID id, Model model) {
        Map<String, String> initial = new HashMap<>(Map.of("version", "D96A", "charset", AgreementForm.USUAL_CHARSET, "acknowledgement", "true"));
        Channel channel = outbound(id);
        model.addAttribute("channel", channel);
        return page(channel.organisation(), initial, new Problems(), model);
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
        Agreement agreement = form.read(Ids.next(), sender.orElse(null), organisation(channel.organisation()), type.orElse(null), id, typed, problems);
        if (agreement == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("channel", channel);
            return page(channel.organisation(), typed, problems, model);
        }
        UUID made = agreements.agree(agreement, Caller.current().may(Permission.AGREEMENT_ACTIVATE));
        boolean inForce = agreements.find(made).isPresent();
        Toast.ok(next, words.text(inForce ? "agreement.made" : "agreement.drafted"));
        return inForce && shown.of(made).filter(before -> before.documents() > 0).isEmpty() ? "redirect:/connections/" + id : "redirect:/agreements/" + made;
    }

    @GetMapping("/agreements/{id}")
    String show(@PathVariable UUID id, Model model) {
        AgreementKey key = key(id);
        AgreementVersion version = edited(versions.list(id));
        Map<String, String> values = version.terms() instanceof Sending sending ? AgreementForm.values(sending)
                : ReceivingForm.values((Receiving) version.terms());
        if (version.state() == State.DRAFT) {
            values.put("reason", version.reason());
        }
        return page(key, values, new Problems(), model);
    }

    @PostMapping("/agreements/{id}")
    String change(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        AgreementKey key = key(id);
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        String reason = Optional.ofNullable(values.text("reason", LONGEST_REASON)).orElse("");
        AgreementTerms terms = terms(key, edited(versions.list(id)).terms(), typed, values, problems);
        if (terms == null || !problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(key, typed, problems, model);
        }
        AgreementChange saved = versions.save(id, terms, reason, edits(typed));
        if (!(saved instanceof AgreementChange.Done done) || !typed.containsKey("activate")) {
            outcomes.tell(saved, "agreement.drafted", next);
            return "redirect:/agreements/" + id;
        }
        if (!Caller.current().may(Permission.AGREEMENT_ACTIVATE)) {
            Toast.ok(next, words.text("agreement.drafted"));
            return "redirect:/agreements/" + id;
        }
        AgreementChange activated = versions.activate(id, done.version(), null, null, reason);
        outcomes.tell(activated, "agreement.changed", next);
        return activated instanceof AgreementChange.Done && key.receiver() != null ? "redirect:/partners/" + key.receiver() : "redirect:/agreements/" + id;
    }

    @PostMapping("/agreements/{id}/removal")
    String remove(@PathVariable UUID id, RedirectAttributes next) {
        AgreementKey key = key(id);
        AgreementChange change = agreements.end(id);
        outcomes.tell(change, key.direction() == Direction.OUTBOUND ? "agreement.removed" : "agreement.receiving.removed", next);
        return change instanceof AgreementChange.Done ? "redirect:/partners/" + (key.receiver() == null ? key.sender() : key.receiver())
                : "redirect:/agreements/" + id;
    }

    @PostMapping("/agreements/{id}/removal/refusal")
    String keep(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(versions.keep(id), "agreement.kept", next);
        return "redirect:/agreements/" + id;
    }

    /** What the receiver only read here before there was this agreement goes out. */
    @PostMapping("/agreements/{id}/shown-documents")
    String sendShown(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        key(id);
        Problems problems = new Problems();
        OffsetDateTime since = new FormValues(typed, problems, words).moment("since", formats.zone());
        if (problems.isEmpty()) {
            Toast.ok(next, words.text("agreement.shown.sent", shown.send(id, since == null ? null : since.toInstant())));
        } else {
            Toast.bad(next, problems.texts().values().iterator().next());
        }
        return "redirect:/agreements/" + id;
    }

    private @Nullable AgreementTerms terms(
            AgreementKey key, AgreementTerms before, Map<String, String> typed, FormValues values, Problems problems) {
        if (!(before instanceof Sending sending)) {
            return ReceivingForm.read((Receiving) before, typed, values);
        }
        UUID receiver = Optional.ofNullable(key.receiver()).orElseThrow();
        UUID channel = sending.channel();
        if (typed.containsKey("channel")) {
            String wanted = typed.getOrDefault("channel", "");
            Optional<Channel> found = channelsOf(receiver).stream().filter(one -> one.id().toString().equals(wanted)).findFirst();
            if (found.isEmpty() && !wanted.isBlank()) {
                problems.add("channel", words.text("problem.choice"));
            }
            channel = found.map(Channel::id).orElse(null);
        }
        Agreement changed = form.read(key.id(), organisation(key.sender()), organisation(receiver), key.type(), channel, typed, problems);
        AcknowledgementPolicy policy = AcknowledgementForm.read(sending.acknowledgements(), typed, values);
        Batching batching = form.batching(sending.batching(), changed == null ? sending.format() : changed.format(), typed, values);
        return changed == null ? null : Sending.of(changed, policy, batching);
    }

    /** Of the draft as it was read; null where the form does not say. */
    private static @Nullable Integer edits(Map<String, String> typed) {
        String edits = typed.getOrDefault("edits", "");
        return edits.matches("\\d{1,9}") ? Integer.valueOf(edits) : null;
    }

    /** The draft, else what is in force, else the last. */
    private static AgreementVersion edited(List<AgreementVersion> all) {
        return Stream.of(State.DRAFT, State.IN_FORCE, State.SCHEDULED)
                .flatMap(state -> all.stream().filter(version -> version.state() == state).findFirst().stream()).findFirst()
                .or(() -> all.stream().findFirst()).orElseThrow(NotFound::new);
    }

    private AgreementKey key(UUID id) {
        return NotFound.orElse404(versions.key(id).filter(key -> key.endedAt() == null));
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

    private List<Channel> channelsOf(UUID receiver) {
        return channels.list(receiver).stream().filter(channel -> channel.direction() == Direction.OUTBOUND).toList();
    }

    private String page(AgreementKey key, Map<String, String> values, Problems problems, Model model) {
        List<AgreementVersion> all = versions.list(key.id());
        AgreementVersion draft = all.stream().filter(version -> version.state() == State.DRAFT).findFirst().orElse(null);
        model.addAttribute("agreement", key);
        model.addAttribute("versions", all);
        model.addAttribute("draft", draft);
        model.addAttribute("edits", draft == null ? 0 : draft.edits());
        model.addAttribute("needsTwo", versions.needsTwo(key));
        model.addAttribute("endWanted", versions.endWanted(key.id()).orElse(null));
        model.addAttribute("shown", shown.of(key.id()).filter(before -> before.documents() > 0).orElse(null));
        model.addAttribute("mayActivate", Caller.current().may(Permission.AGREEMENT_ACTIVATE));
        model.addAttribute("ways", key.receiver() == null ? List.of() : channelsOf(key.receiver()));
        ReceivingForm.choices(model);
        return page(key.receiver() == null ? key.sender() : key.receiver(), values, problems, model);
    }

    private String page(UUID receiver, Map<String, String> values, Problems problems, Model model) {
        model.addAttribute("receiver", receiver);
        model.addAttribute("form", values);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("types", DocumentType.values());
        AcknowledgementForm.choices(model);
        // One that is no longer offered stays while nobody chooses another.
        model.addAttribute("charsets", Stream.concat(AgreementForm.CHARSETS.stream(),
                Stream.of(values.getOrDefault("charset", AgreementForm.USUAL_CHARSET))).distinct().toList());
        model.addAttribute("senders", organisations.list().stream().filter(sender -> !sender.id().equals(receiver)).toList());
        model.addAttribute("labels", Map.ofEntries(
                Map.entry("type", words.text("document.type")), Map.entry("sender", words.text("envelope.from")),
                Map.entry("version", words.text("agreement.version")), Map.entry("association", words.text("agreement.association")),
                Map.entry("charset", words.text("agreement.charset")), Map.entry("senderId", words.text("agreement.senderId")),
                Map.entry("receiverId", words.text("agreement.receiverId")), Map.entry("deadline", words.text("agreement.ack.deadline")),
                Map.entry("senderQualifier", words.text("agreement.senderQualifier")),
                Map.entry("receiverQualifier", words.text("agreement.receiverQualifier")), Map.entry("channel", words.text("agreement.channel")),
                Map.entry("batchMessages", words.text("agreement.batch.messages")), Map.entry("batchMinutes", words.text("agreement.batch.minutes")),
                Map.entry("reuseAfterDays", words.text("agreement.receiving.days")), Map.entry("reason", words.text("agreement.reason"))));
        return "partner/agreement";
    }
}

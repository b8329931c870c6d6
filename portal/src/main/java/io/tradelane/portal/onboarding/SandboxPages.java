package io.tradelane.portal.onboarding;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Certification;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Trying in the twin: documents of the partner's own, documents of its counterparty, and the switch to live. */
@Page
class SandboxPages {
    private static final int MOST_BYTES = 2_000_000;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    private final Onboardings onboardings;
    private final Inbox inbox;
    private final Counterparty counterparty;
    private final SampleFiles samples;
    private final Certification certification;
    private final Words words;

    SandboxPages(Onboardings onboardings, Inbox inbox, Counterparty counterparty, SampleFiles samples, Certification certification, Words words) {
        this.onboardings = onboardings;
        this.inbox = inbox;
        this.counterparty = counterparty;
        this.samples = samples;
        this.certification = certification;
        this.words = words;
    }

    /** Taken in like any other document, by the twin; whatever it says, it is only tried. */
    @PostMapping("/onboardings/{id}/trials")
    String upload(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        byte[] bytes = bytes(file, text);
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            Toast.bad(next, words.text(bytes.length == 0 ? "problem.required" : "problem.tooLong"));
            return "redirect:/onboardings/" + id + "#trials";
        }
        String name = file == null || file.isEmpty() ? null : file.getOriginalFilename();
        take(onboarding, name, bytes);
        Toast.ok(next, words.text("onboarding.trial.taken"));
        return "redirect:/onboardings/" + id + "#trials";
    }

    /** Also for who invited the company: the twin's rows are not its own, the journal names it all the same. */
    private void take(Onboarding onboarding, @Nullable String name, byte[] bytes) {
        Actor actor = Caller.current().actor();
        Reception reception = new Reception(onboarding.twin(), null, "portal", null, MediaType.APPLICATION_OCTET_STREAM_VALUE, name,
                Map.of("portal.user", actor.name()));
        Tenancy.run(new Actor(Tenancy.Scope.HUB, null, actor.user(), actor.name(), actor.source()), () -> {
            try {
                inbox.receive(reception, new ByteArrayInputStream(bytes));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    @PostMapping("/onboardings/{id}/test-orders")
    String begin(@PathVariable UUID id, @RequestParam(defaultValue = "order") String type, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        DocumentType chosen = NotFound.orElse404(Constants.of(DocumentType.class, type).filter(Counterparty.BEGINS::contains));
        counterparty.begin(onboarding, chosen).ifPresentOrElse(number -> Toast.ok(next, words.text("onboarding.begun", words.of(chosen), number)),
                () -> Toast.bad(next, words.text("onboarding.problem.nothing")));
        return "redirect:/onboardings/" + id + "#trials";
    }

    @PostMapping("/onboardings/{id}/test-answers")
    String answer(@PathVariable UUID id, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        Map<DocumentType, Integer> done = counterparty.act(onboarding);
        String said = done.entrySet().stream().map(one -> words.of(one.getKey()) + " × " + one.getValue()).collect(Collectors.joining(", "));
        Toast.ok(next, done.isEmpty() ? words.text("onboarding.answered.nothing") : words.text("onboarding.answered", said));
        return "redirect:/onboardings/" + id + "#trials";
    }

    @PostMapping("/onboardings/{id}/live")
    String live(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") Set<UUID> channel, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        boolean certified = OnboardingsApi.certified(certification.of(onboarding));
        Set<UUID> open = new HashSet<>(certification.proven(onboarding));
        open.addAll(channel);
        String why = reason.strip();
        if (!certified && (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON)) {
            Toast.bad(next, words.text("onboarding.problem.reason"));
        } else if (onboardings.goLive(onboarding, certified ? null : why, open)) {
            Toast.ok(next, words.text("onboarding.isLive"));
        }
        return "redirect:/onboardings/" + id;
    }

    /** A file to send, made of what stands in the sandbox. */
    @GetMapping("/onboardings/{id}/samples/{type}")
    ResponseEntity<byte[]> sample(@PathVariable UUID id, @PathVariable String type, @RequestParam(defaultValue = "false") boolean wrong) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        return SampleFiles.download(NotFound.orElse404(Constants.of(DocumentType.class, type).flatMap(chosen -> samples.sample(onboarding, chosen, wrong))));
    }

    /** A key for the company's own system; it is on the next page and nowhere else. */
    @PostMapping("/onboardings/{id}/keys")
    String key(@PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute("madeKey", NotFound.orElse404(onboardings.find(id).flatMap(onboardings::key)));
        return "redirect:/onboardings/" + id + "#keys";
    }

    private static byte[] bytes(@Nullable MultipartFile file, String text) {
        try {
            return file == null || file.isEmpty() ? text.strip().getBytes(StandardCharsets.UTF_8) : file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}

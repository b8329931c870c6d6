package io.tradelane.portal.onboarding;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
    private final TestOrders tests;
    private final Certification certification;
    private final Words words;

    SandboxPages(Onboardings onboardings, Inbox inbox, TestOrders tests, Certification certification, Words words) {
        this.onboardings = onboardings;
        this.inbox = inbox;
        this.tests = tests;
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
    String order(@PathVariable UUID id, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        Toast.ok(next, words.text("onboarding.order.placed", tests.place(onboarding)));
        return "redirect:/onboardings/" + id + "#trials";
    }

    @PostMapping("/onboardings/{id}/test-answers")
    String answer(@PathVariable UUID id, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        Toast.ok(next, words.text("onboarding.orders.answered", tests.answer(onboarding)));
        return "redirect:/onboardings/" + id + "#trials";
    }

    @PostMapping("/onboardings/{id}/live")
    String live(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        var checks = certification.of(onboarding);
        boolean certified = !checks.isEmpty() && checks.stream().allMatch(Certification.Check::green);
        String why = reason.strip();
        if (!certified && (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON)) {
            Toast.bad(next, words.text("onboarding.problem.reason"));
        } else if (onboardings.goLive(onboarding, certified ? null : why)) {
            Toast.ok(next, words.text("onboarding.isLive"));
        }
        return "redirect:/onboardings/" + id;
    }

    private static byte[] bytes(@Nullable MultipartFile file, String text) {
        try {
            return file == null || file.isEmpty() ? text.strip().getBytes(StandardCharsets.UTF_8) : file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}

package io.tradelane.portal.onboarding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Certification;
import io.tradelane.trading.exchange.Certification.Check;
import io.tradelane.trading.incident.Invitations.Invitation;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboarding.Step;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.PartnerFileText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Onboarding in JSON: a company in with one file, what it has shown so far, and the switch to live. */
@ApiController
@Tag(name = "Onboarding")
class OnboardingsApi {
    private static final int SHORTEST_REASON = 5;
    private final Onboardings onboardings;
    private final OnboardingFile file;
    private final Counterparty counterparty;
    private final SampleFiles samples;
    private final Certification certification;
    private final Clock clock;

    OnboardingsApi(Onboardings onboardings, OnboardingFile file, Counterparty counterparty, SampleFiles samples, Certification certification, Clock clock) {
        this.onboardings = onboardings;
        this.file = file;
        this.counterparty = counterparty;
        this.samples = samples;
        this.certification = certification;
        this.clock = clock;
    }

    /**
     * @param sandbox the company's twin: keys and channels of this organisation reach the sandbox only
     * @param link of the invitation; only in the answer that makes it
     * @param mailed whether the link is on its way by mail too: not without a mail channel; only in the answer that makes it
     * @param minutes from the invitation until it was live, or until now
     */
    record OnboardingResource(
            UUID id, Onboarding.State state, UUID company, UUID sandbox, UUID counterparty, String email, Set<Step> steps, List<Exchanged> documents,
            List<Check> checks, boolean certified, Instant invitedAt, @Nullable Instant acceptedAt, @Nullable Instant liveAt,
            @Nullable String overrideReason, long minutes, @Nullable String link, @Nullable Boolean mailed) {}

    /** @param channels that are to be open although not all has been seen on them; the others that are not proven stay closed */
    record LiveRequest(@Nullable String reason, @Nullable Set<UUID> channels) {}

    record Begun(String number) {}

    /** @param done kinds of documents, and how many of each */
    record Answered(Map<DocumentType, Integer> done) {}

    record Key(String key) {}

    @Operation(summary = "Companies on their way in, the newest first")
    @GetMapping("/api/v1/onboardings")
    Listing<OnboardingResource> list() {
        return new Listing<>(onboardings.list().stream().map(one -> resource(one)).toList(), null);
    }

    @Operation(summary = "One onboarding, with what has been seen in the sandbox and what has not")
    @GetMapping("/api/v1/onboardings/{id}")
    OnboardingResource one(@PathVariable UUID id) {
        return resource(own(id));
    }

    @Operation(summary = "Invite a company and fill in what is known of it, from a partner's file in JSON or YAML")
    @PostMapping("/api/v1/onboardings")
    ResponseEntity<OnboardingResource> take(@RequestBody String body, @RequestParam String email, @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable UUID counterparty, HttpServletRequest request) {
        PartnerFileText.Read read = PartnerFileText.read(body);
        if (read.file() == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "file", read.problem(), List.of(Map.of("pointer", read.pointer(), "code", "unreadable")));
        }
        Caller caller = Caller.current();
        UUID own = caller.isOperator() ? null : caller.organisation();
        Invitation invited = file.take(read.file(), new OnboardingFile.To(email.strip(), Locale.forLanguageTag(language), own == null ? counterparty : own, own),
                token -> OnboardingPages.link(request, token));
        return ResponseEntity.created(URI.create("/api/v1/onboardings/" + invited.onboarding().id()))
                .body(resource(own(invited.onboarding().id()), invited.link(), invited.mailed()));
    }

    @Operation(summary = "The counterparty's twin begins a deal: orders from the company's catalogue, changes its newest order, or sends a delivery schedule")
    @PostMapping("/api/v1/onboardings/{id}/test-orders")
    Begun begin(@PathVariable UUID id, @RequestParam(defaultValue = "ORDER") DocumentType type) {
        return new Begun(counterparty.begin(own(id), type)
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "nothing-to-begin", "The counterparty begins no " + type + " here")));
    }

    @Operation(summary = "The counterparty's twin takes the next step of each deal that waits for it")
    @PostMapping("/api/v1/onboardings/{id}/test-answers")
    Answered answer(@PathVariable UUID id) {
        return new Answered(counterparty.act(own(id)));
    }

    @Operation(summary = "A file that the company could send, made of its catalogue and its deals in the sandbox; or one with a mistake in it")
    @GetMapping("/api/v1/onboardings/{id}/samples/{type}")
    ResponseEntity<byte[]> sample(@PathVariable UUID id, @PathVariable DocumentType type, @RequestParam(defaultValue = "false") boolean wrong) {
        return SampleFiles.download(NotFound.orElse404(samples.sample(own(id), type, wrong)));
    }

    @Operation(summary = "A key for the company's own system: of the sandbox, and once it is live, for real")
    @PostMapping("/api/v1/onboardings/{id}/keys")
    Key key(@PathVariable UUID id) {
        return new Key(NotFound.orElse404(onboardings.key(own(id))));
    }

    @Operation(summary = "Switch to live; where not all has been seen, a reason is needed, and kept")
    @PostMapping("/api/v1/onboardings/{id}/live")
    OnboardingResource live(@PathVariable UUID id, @RequestBody(required = false) @Nullable LiveRequest request) {
        Onboarding onboarding = own(id);
        String reason = request == null || request.reason == null ? "" : request.reason.strip();
        boolean certified = certified(certification.of(onboarding));
        if (!certified && reason.length() < SHORTEST_REASON) {
            throw new Problem(HttpStatus.CONFLICT, "not-certified", "Not all has been seen in the sandbox; give a reason to go live all the same");
        }
        Set<UUID> open = new HashSet<>(certification.proven(onboarding));
        if (request != null && request.channels != null) {
            open.addAll(request.channels);
        }
        onboardings.goLive(onboarding, certified ? null : reason, open);
        return resource(own(id));
    }

    private Onboarding own(UUID id) {
        return NotFound.orElse404(onboardings.find(id));
    }

    static boolean certified(List<Check> checks) {
        return !checks.isEmpty() && checks.stream().allMatch(Check::green);
    }

    private OnboardingResource resource(Onboarding one) {
        return resource(one, null, null);
    }

    private OnboardingResource resource(Onboarding one, @Nullable String link, @Nullable Boolean mailed) {
        List<Check> checks = certification.of(one);
        Instant now = clock.instant();
        return new OnboardingResource(one.id(), one.state(now), one.company(), one.twin(), one.counterparty(), one.email(), one.steps(), one.documents(),
                checks, certified(checks), one.invitedAt(), one.acceptedAt(), one.liveAt(), one.overrideReason(), one.took(now).toMinutes(), link, mailed);
    }
}

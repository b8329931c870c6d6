package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.incident.AlertEpisode;
import io.tradelane.trading.incident.AlertRule;
import io.tradelane.trading.incident.AlertRules;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Alerts and what was told, in JSON. */
@ApiController
@Tag(name = "Alerts")
class AlertsApi {
    private final AlertRules rules;
    private final Notices notices;

    AlertsApi(AlertRules rules, Notices notices) {
        this.rules = rules;
        this.notices = notices;
    }

    /** @param zone of the quiet hours, {@code Europe/Berlin} @param openSince when the threshold was reached; null when all is well */
    record RuleResource(
            @Nullable UUID id, @Nullable UUID organisation, @Nullable String name, AlertRule.@Nullable Watch watch, @Nullable String cause,
            @Nullable Integer threshold, @Nullable Integer windowMinutes, @Nullable UUID channel, @Nullable String mailTo, @Nullable String locale,
            @Nullable LocalTime quietFrom, @Nullable LocalTime quietTo, @Nullable String zone, @Nullable Boolean enabled, @Nullable Instant openSince) {

        static RuleResource of(AlertRule r, @Nullable AlertEpisode open) {
            return new RuleResource(r.id(), r.organisation(), r.name(), r.watch(), r.cause(), r.threshold(), r.windowMinutes(), r.channel(), r.mailTo(), r.locale(),
                    r.quietFrom(), r.quietTo(), r.zone().getId(), r.enabled(), open == null ? null : open.openedAt());
        }
    }

    record NoticeResource(
            UUID id, String kind, @Nullable UUID rule, @Nullable UUID channel, String target, String subject, String text, String status, int attempts,
            @Nullable String detail, Instant createdAt, @Nullable Instant sentAt) {

        static NoticeResource of(Notice n) {
            return new NoticeResource(n.id(), n.kind().name(), n.rule(), n.channel(), n.target(), n.subject(), n.body(), n.status().name(), n.attempts(), n.detail(),
                    n.createdAt(), n.sentAt());
        }
    }

    @Operation(summary = "Rules by which somebody is told")
    @GetMapping("/api/v1/alert-rules")
    Listing<RuleResource> list() {
        Map<UUID, AlertEpisode> open = rules.open();
        return new Listing<>(rules.list().stream().map(rule -> RuleResource.of(rule, open.get(rule.id()))).toList(), null);
    }

    @Operation(summary = "One rule")
    @GetMapping("/api/v1/alert-rules/{id}")
    RuleResource rule(@PathVariable UUID id) {
        return RuleResource.of(NotFound.orElse404(rules.find(id)), rules.open().get(id));
    }

    @Operation(summary = "Make a rule under an id of one's own, or change it")
    @PutMapping("/api/v1/alert-rules/{id}")
    RuleResource save(@PathVariable UUID id, @RequestBody RuleResource said) {
        AlertRule rule = new AlertRule(id, null, Objects.requireNonNullElse(said.name, ""), Objects.requireNonNullElse(said.watch, AlertRule.Watch.INCIDENTS),
                said.cause, Objects.requireNonNullElse(said.threshold, 0), Objects.requireNonNullElse(said.windowMinutes, 60),
                Objects.requireNonNullElse(said.channel, id), said.mailTo, Objects.requireNonNullElse(said.locale, "en"), said.quietFrom, said.quietTo,
                zone(said.zone), !Boolean.FALSE.equals(said.enabled), 1);
        List<AlertRules.Problem> problems = rules.save(rule);
        if (!problems.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    problems.stream().map(problem -> Map.of("pointer", "/" + problem.field(), "code", problem.code())).toList());
        }
        return rule(id);
    }

    @Operation(summary = "Remove a rule")
    @DeleteMapping("/api/v1/alert-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!rules.remove(id)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "Send a notice that says that it is a test")
    @PostMapping("/api/v1/alert-rules/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable UUID id) {
        if (!rules.test(id)) {
            throw new NotFound();
        }
    }

    @Operation(summary = "What was told to whom, newest first")
    @GetMapping("/api/v1/notices")
    Listing<NoticeResource> notices(
            @RequestParam(required = false) @Nullable UUID rule,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = notices.list(rule, cursor, Listing.size(limit));
        return new Listing<>(page.items().stream().map(NoticeResource::of).toList(), page.next());
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return ZoneId.of(Objects.requireNonNullElse(zone, "UTC"));
        } catch (DateTimeException unknown) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "There is no such zone.", List.of(Map.of("pointer", "/zone", "code", "unknown")));
        }
    }
}

package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.traffic.Limits;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Weekly;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.When;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Limits and maintenance windows of a partner in JSON. */
@ApiController
@Tag(name = "Limits and maintenance")
class TrafficApi {
    private final PartnerLimits limits;
    private final MaintenanceWindows windows;
    private final Organisations organisations;
    private final Channels channels;
    private final Clock clock;

    TrafficApi(PartnerLimits limits, MaintenanceWindows windows, Organisations organisations, Channels channels, Clock clock) {
        this.limits = limits;
        this.windows = windows;
        this.organisations = organisations;
        this.channels = channels;
        this.clock = clock;
    }

    /** @param own what is set for this partner, by name @param inForce what holds */
    record LimitsResource(Map<String, String> own, Limits inForce) {}

    /**
     * @param channel absent: all of the partner's
     * @param zone of the partner, such as {@code Asia/Shanghai}
     * @param day weekly, with {@code begins} (HH:mm) and {@code minutes}; or once, {@code starts} and {@code ends}
     * @param closedUntil while it is on
     */
    record WindowResource(
            @Nullable UUID id, @Nullable UUID channel, @Nullable String reason, @Nullable String zone, @Nullable DayOfWeek day, @Nullable String begins,
            @Nullable Integer minutes, @Nullable Instant starts, @Nullable Instant ends, @Nullable Inbound inbound, @Nullable Instant closedUntil) {

        static WindowResource of(MaintenanceWindow window, Instant now) {
            Weekly weekly = window.when() instanceof Weekly each ? each : null;
            Once once = window.when() instanceof Once single ? single : null;
            return new WindowResource(window.id(), window.channel(), window.reason(), window.zone().getId(), weekly == null ? null : weekly.day(),
                    weekly == null ? null : weekly.begins().toString(), weekly == null ? null : weekly.minutes(), once == null ? null : once.starts(),
                    once == null ? null : once.ends(), window.inbound(), window.closedUntil(now).orElse(null));
        }
    }

    @Operation(summary = "What a partner may send and gets in a time")
    @GetMapping("/api/v1/partners/{id}/limits")
    LimitsResource limits(@PathVariable UUID id) {
        own(id);
        return new LimitsResource(TrafficForm.of(limits.own(id)), limits.of(id));
    }

    @Operation(summary = "Set a partner's own limits, by name; what is left out is as usual")
    @PutMapping("/api/v1/partners/{id}/limits")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void limit(@PathVariable UUID id, @RequestBody Map<String, @Nullable Long> wanted) {
        own(id);
        Map<String, @Nullable Long> values = new LinkedHashMap<>(wanted);
        values.forEach((name, value) -> {
            Long most = TrafficForm.MOST.get(name);
            if (most == null || value != null && (value < 1 || value > most)) {
                throw wrong("/" + name, most == null ? "unknown" : "out-of-range");
            }
        });
        limits.put(TrafficForm.limit(id, values));
    }

    @Operation(summary = "When a partner is not to be sent to")
    @GetMapping("/api/v1/partners/{id}/maintenance-windows")
    Listing<WindowResource> windows(@PathVariable UUID id) {
        own(id);
        Instant now = clock.instant();
        return new Listing<>(windows.list(id).stream().map(window -> WindowResource.of(window, now)).toList(), null);
    }

    @Operation(summary = "Add a window: weekly with day, begins and minutes, or once with starts and ends")
    @PostMapping("/api/v1/partners/{id}/maintenance-windows")
    ResponseEntity<WindowResource> add(@PathVariable UUID id, @RequestBody WindowResource wanted) {
        own(id);
        if (wanted.reason == null || wanted.reason.isBlank() || wanted.reason.length() > MaintenanceForm.LONGEST_REASON) {
            throw wrong("/reason", "required");
        }
        if (wanted.channel != null && channels.list(id).stream().noneMatch(channel -> channel.id().equals(wanted.channel))) {
            throw wrong("/channel", "unknown");
        }
        var window = new MaintenanceWindow(Ids.next(), id, wanted.channel, wanted.reason.strip(), zone(wanted), when(wanted),
                wanted.inbound == null ? Inbound.ACCEPT : wanted.inbound);
        windows.add(window);
        return ResponseEntity.created(URI.create("/api/v1/partners/" + id + "/maintenance-windows")).body(WindowResource.of(window, clock.instant()));
    }

    @Operation(summary = "Remove a window; what waits for its end goes at once")
    @DeleteMapping("/api/v1/partners/{id}/maintenance-windows/{window}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID window) {
        own(id);
        if (!windows.remove(id, window)) {
            throw new NotFound();
        }
    }

    private static ZoneId zone(WindowResource wanted) {
        try {
            return MaintenanceForm.zone(wanted.zone == null ? "" : wanted.zone);
        } catch (DateTimeException unknown) {
            throw wrong("/zone", "unknown");
        }
    }

    private static When when(WindowResource wanted) {
        if (wanted.starts != null && wanted.ends != null && wanted.day == null) {
            Once once = new Once(wanted.starts, wanted.ends);
            if (!MaintenanceForm.lasts(once)) {
                throw wrong("/ends", "out-of-range");
            }
            return once;
        }
        if (wanted.day == null || wanted.begins == null || wanted.minutes == null || wanted.starts != null || wanted.ends != null) {
            throw wrong("/day", "required");
        }
        if (wanted.minutes < MaintenanceForm.SHORTEST_MINUTES || wanted.minutes > MaintenanceForm.LONGEST_MINUTES) {
            throw wrong("/minutes", "out-of-range");
        }
        try {
            return new Weekly(wanted.day, LocalTime.parse(wanted.begins), wanted.minutes);
        } catch (DateTimeException wrong) {
            throw wrong("/begins", "invalid");
        }
    }

    private void own(UUID id) {
        Caller caller = Caller.current();
        NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Nothing was changed.", List.of(Map.of("pointer", pointer, "code", code)));
    }
}

package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows;
import io.tradelane.trading.exchange.traffic.PartnerLimit;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a partner may send and gets in a time, and when it is not to be sent to. */
@Page
class TrafficPages {
    private final PartnerLimits limits;
    private final MaintenanceWindows windows;
    private final Organisations organisations;
    private final Channels channels;
    private final Timeline timeline;
    private final Words words;
    private final Clock clock;
    private final String zone;

    TrafficPages(PartnerLimits limits, MaintenanceWindows windows, Organisations organisations, Channels channels, Timeline timeline, Words words,
            Clock clock, @Value("${tradelane.portal.zone}") String zone) {
        this.limits = limits;
        this.windows = windows;
        this.organisations = organisations;
        this.channels = channels;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param until it is on @param next when it begins; absent: it is over */
    record Row(MaintenanceWindow window, @Nullable Instant until, @Nullable Instant next, boolean weekly) {}

    @GetMapping("/partners/{id}/traffic")
    String show(@PathVariable UUID id, Model model) {
        return page(partner(id), TrafficForm.of(limits.own(id)), Map.of("zone", zone), new Problems(), model);
    }

    @PostMapping("/partners/{id}/traffic")
    String limit(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        Problems problems = new Problems();
        PartnerLimit wanted = TrafficForm.read(id, typed, problems, words);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(partner, typed, Map.of("zone", zone), problems, model);
        }
        limits.put(wanted);
        Toast.ok(next, words.text("traffic.saved"));
        return "redirect:/partners/" + id + "/traffic";
    }

    @PostMapping("/partners/{id}/maintenance")
    String add(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Organisation partner = partner(id);
        Problems problems = new Problems();
        MaintenanceWindow window = MaintenanceForm.read(id, typed, channels.list(id), problems, words);
        if (window == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(partner, TrafficForm.of(limits.own(id)), typed, problems, model);
        }
        windows.add(window);
        Toast.ok(next, words.text("maintenance.added"));
        return "redirect:/partners/" + id + "/traffic";
    }

    @PostMapping("/partners/{id}/maintenance/removal")
    String remove(@PathVariable UUID id, @RequestParam UUID window, RedirectAttributes next) {
        partner(id);
        if (windows.remove(id, window)) {
            Toast.ok(next, words.text("maintenance.removed"));
        }
        return "redirect:/partners/" + id + "/traffic";
    }

    private Organisation partner(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
    }

    private String page(Organisation partner, Map<String, String> form, Map<String, String> windowForm, Problems problems, Model model) {
        Instant now = clock.instant();
        List<Channel> own = channels.list(partner.id());
        model.addAttribute("partner", partner);
        model.addAttribute("mayManage", Caller.current().may(Permission.CHANNEL_MANAGE));
        model.addAttribute("fields", TrafficForm.MOST.keySet());
        model.addAttribute("usual", TrafficForm.of(limits.usual()));
        model.addAttribute("form", form);
        model.addAttribute("windowForm", windowForm);
        model.addAttribute("rows", windows.list(partner.id()).stream()
                .map(window -> new Row(window, window.closedUntil(now).orElse(null), window.next(now).orElse(null),
                        window.when() instanceof MaintenanceWindow.Weekly))
                .toList());
        model.addAttribute("channels", own);
        model.addAttribute("channelNames", own.stream().collect(Collectors.toMap(Channel::id, Channel::name)));
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("policies", Inbound.values());
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", labels());
        model.addAttribute("lines", timeline.of(List.of(new Timeline.Subject(PartnerLimits.ENTITY, partner.id()))));
        return "partner/traffic";
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        TrafficForm.MOST.keySet().forEach(field -> labels.put(field, words.text("traffic." + field)));
        Stream.of("reason", "zone", "channel", "day", "begins", "minutes", "starts", "ends")
                .forEach(field -> labels.put(field, words.text("maintenance." + field)));
        return labels;
    }
}

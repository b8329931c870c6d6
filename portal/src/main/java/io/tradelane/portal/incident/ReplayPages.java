package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.Replay;
import io.tradelane.trading.incident.Replay.Status;
import io.tradelane.trading.incident.ReplayItem;
import io.tradelane.trading.incident.Replays;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has documents processed or sent once more: asks for it, shows what it would bring about, starts and stops it. */
@Page
class ReplayPages {
    private static final int SIZE = 25;
    private static final int ITEMS = 50;
    private final Replays replays;
    private final Timeline timeline;
    private final Words words;

    ReplayPages(Replays replays, Timeline timeline, Words words) {
        this.replays = replays;
        this.timeline = timeline;
        this.words = words;
    }

    @GetMapping("/replays")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        var found = replays.list(cursor, SIZE);
        model.addAttribute("replays", found.items());
        model.addAttribute("first", cursor == null ? null : "/replays");
        model.addAttribute("next", found.next() == null ? null : "/replays?cursor=" + found.next());
        return "incident/replays";
    }

    @GetMapping("/replays/new")
    String form(ReplayAsked asked, Model model) {
        return form(asked, new Problems(), model);
    }

    @PostMapping("/replays")
    String ask(ReplayAsked asked, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        Replay.Kind kind = asked.chosenKind();
        if (kind == null) {
            problems.add("kind", words.text("problem.required"));
        }
        if (!asked.reasonGiven()) {
            problems.add("reason", words.text("invoice.reasonNeeded"));
        }
        if (!asked.sizesRight()) {
            problems.add("limit", words.text("replay.sizes", Replays.MOST, ReplayAsked.LARGEST_BATCH));
        }
        if (kind != null && problems.isEmpty()) {
            Optional<UUID> replay = replays.ask(asked.ask(kind));
            if (replay.isPresent()) {
                Toast.ok(next, words.text("replay.asked"));
                return "redirect:/replays/" + replay.get();
            }
            problems.add("kind", words.text("replay.noneFound"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(asked, problems, model);
    }

    @GetMapping("/replays/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, Model model) {
        Replay replay = NotFound.orElse404(replays.find(id));
        List<ReplayItem> items = replays.items(id, after, ITEMS + 1);
        boolean mayHandle = Caller.current().may(Permission.INCIDENT_HANDLE);
        model.addAttribute("replay", replay);
        model.addAttribute("items", items.stream().limit(ITEMS).toList());
        model.addAttribute("preview", replays.preview(id));
        model.addAttribute("working", replay.status() == Status.PREVIEWING || replay.status() == Status.RUNNING);
        model.addAttribute("mayStart", mayHandle && EnumSet.of(Status.PREVIEWED, Status.STOPPED).contains(replay.status()));
        model.addAttribute("mayStop", mayHandle && replay.status() == Status.RUNNING);
        model.addAttribute("mayAbandon", mayHandle && EnumSet.of(Status.PREVIEWING, Status.PREVIEWED, Status.STOPPED).contains(replay.status()));
        model.addAttribute("first", after == 0 ? null : "/replays/" + id);
        model.addAttribute("next", items.size() > ITEMS ? "/replays/" + id + "?after=" + items.get(ITEMS - 1).position() : null);
        model.addAttribute("journey", timeline.of(List.of(new Timeline.Subject("REPLAY", id))));
        return "incident/replay";
    }

    @PostMapping("/replays/{id}/start")
    String start(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.start(id), "replay.started", next);
    }

    @PostMapping("/replays/{id}/stop")
    String stop(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.stop(id), "replay.stopped", next);
    }

    @PostMapping("/replays/{id}/abandonment")
    String abandon(@PathVariable UUID id, RedirectAttributes next) {
        NotFound.orElse404(replays.find(id));
        return moved(id, replays.abandon(id), "replay.abandoned", next);
    }

    private String moved(UUID id, boolean done, String text, RedirectAttributes next) {
        if (done) {
            Toast.ok(next, words.text(text));
        } else {
            Toast.bad(next, words.text("replay.notNow"));
        }
        return "redirect:/replays/" + id;
    }

    private static String form(ReplayAsked asked, Problems problems, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", Replay.Kind.values());
        model.addAttribute("mappings", Replay.Mapping.values());
        model.addAttribute("usualLimit", ReplayAsked.USUAL_LIMIT);
        model.addAttribute("usualBatch", ReplayAsked.USUAL_BATCH);
        model.addAttribute("problems", problems.texts());
        return "incident/replay-new";
    }
}

package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.InviteeState;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one request, and what is done on it with one click. */
@Page
class RfqDetail {
    private final RfqStory stories;
    private final RequestsForQuotation requests;
    private final Outcomes outcomes;
    private final Words words;

    RfqDetail(RfqStory stories, RequestsForQuotation requests, Outcomes outcomes, Words words) {
        this.stories = stories;
        this.requests = requests;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/rfqs/{id}")
    String show(@PathVariable UUID id, Model model) {
        Caller caller = Caller.current();
        RfqView seen = NotFound.orElse404(requests.find(id));
        RfqView.Invitee mine = caller.organisation() == null ? null : seen.invitee(caller.organisation());
        if (mine != null && mine.state() == InviteeState.INVITED && seen.bidding() && caller.may(Permission.QUOTE_WRITE)) {
            requests.view(id);
        }
        RfqStory.Story story = NotFound.orElse404(stories.find(id));
        model.addAttribute("rfq", story.rfq());
        model.addAttribute("comparison", story.comparison());
        model.addAttribute("timeline", story.timeline());
        model.addAttribute("actions", RfqActions.of(story.rfq(), caller));
        model.addAttribute("mine", mine == null ? null : story.rfq().quoteOf(mine.supplier().id()));
        model.addAttribute("zones", Deadline.ZONES);
        model.addAttribute("requirements", story.requirements());
        return "sourcing/rfq";
    }

    @PostMapping("/rfqs/{id}/publication")
    String publish(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(id, requests.publish(id, version), "rfq.published", next);
    }

    @PostMapping("/rfqs/{id}/deadline")
    String extend(@PathVariable UUID id, @RequestParam int version, @RequestParam String deadline, @RequestParam String zone, RedirectAttributes next) {
        return Deadline.read(deadline, zone)
                .map(until -> told(id, requests.extend(id, until, version), "rfq.extended", next))
                .orElseGet(() -> wrong(id, "problem.deadline", next));
    }

    @PostMapping("/rfqs/{id}/closure")
    String close(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(id, requests.close(id, version), "rfq.closed", next);
    }

    @PostMapping("/rfqs/{id}/round")
    String startRound(
            @PathVariable UUID id, @RequestParam int version, @RequestParam String deadline, @RequestParam String zone,
            @RequestParam(required = false) @Nullable List<UUID> supplier, RedirectAttributes next) {
        return Deadline.read(deadline, zone)
                .map(until -> told(id, requests.startRound(id, until, supplier == null ? Set.of() : Set.copyOf(supplier), version), "rfq.roundStarted", next))
                .orElseGet(() -> wrong(id, "problem.deadline", next));
    }

    @PostMapping("/rfqs/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, requests.cancel(id, reason, version), "rfq.cancelled", next);
    }

    @PostMapping("/rfqs/{id}/copy")
    String duplicate(@PathVariable UUID id, RedirectAttributes next) {
        CommandResult result = requests.duplicate(id);
        if (result instanceof CommandResult.Done made) {
            Toast.ok(next, words.text("rfq.copied"));
            return "redirect:/rfqs/" + made.id() + "/edit";
        }
        return told(id, result, "rfq.copied", next);
    }

    @PostMapping("/rfqs/{id}/questions/{question}")
    String answer(@PathVariable UUID id, @PathVariable UUID question, @RequestParam int version, @RequestParam(defaultValue = "") String answer, RedirectAttributes next) {
        return told(id, requests.answer(id, question, answer, version), "rfq.answered", next);
    }

    @PostMapping("/rfqs/{id}/decline")
    String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, requests.decline(id, reason), "rfq.declined", next);
    }

    @PostMapping("/rfqs/{id}/questions")
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String line, @RequestParam(defaultValue = "") String question, RedirectAttributes next) {
        return told(id, requests.ask(id, line.isBlank() ? null : line, question), "rfq.questionSent", next);
    }

    private String told(UUID id, CommandResult result, String done, RedirectAttributes next) {
        outcomes.tell(result, done, next);
        return "redirect:/rfqs/" + id;
    }

    private String wrong(UUID id, String problem, RedirectAttributes next) {
        Toast.bad(next, words.text(problem));
        return "redirect:/rfqs/" + id;
    }
}

package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.cart.ApprovedCallOffs;
import io.tradelane.trading.cart.ApprovedCallOffs.CalledOff;
import io.tradelane.trading.contract.CallOff;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.order.CommandResult;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer orders from a contract: quantities and days, at the prices that stand. */
@Page
class CallOffPage {
    private final Contracts contracts;
    private final ApprovedCallOffs callOffs;
    private final Outcomes outcomes;
    private final Words words;

    CallOffPage(Contracts contracts, ApprovedCallOffs callOffs, Outcomes outcomes, Words words) {
        this.contracts = contracts;
        this.callOffs = callOffs;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/contracts/{id}/call-off")
    String form(@PathVariable UUID id, Model model) {
        return show(own(id), Map.of(), new Problems(), model);
    }

    @PostMapping("/contracts/{id}/call-off")
    String order(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        ContractView contract = own(id);
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        List<CallOff> wanted = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<ContractView.Line> lines = contract.inForce() == null ? List.of() : contract.inForce().lines();
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal quantity = form.number("quantity-" + i);
            LocalDate delivery = form.date("delivery-" + i);
            if (quantity != null && quantity.signum() > 0) {
                wanted.add(new CallOff(lines.get(i).lineNumber(), quantity, delivery));
                rows.add(i);
            }
        }
        if (form.right()) {
            switch (callOffs.callOff(id, wanted, version)) {
                case CalledOff.Now now when now.result() instanceof CommandResult.Done done -> {
                    Toast.ok(next, words.text("contract.calledOff"));
                    return "redirect:/orders/" + done.id();
                }
                case CalledOff.Now now -> outcomes.explain(named(now.result(), rows), "lines", problems);
                case CalledOff.Waiting waiting -> {
                    Toast.ok(next, words.text("contract.callOff.asked"));
                    return "redirect:/contracts/" + id + "/call-off";
                }
                case CalledOff.NobodyCan nobody -> problems.add("lines", words.text("cart.nobody", String.join(", ", nobody.reasons())));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(contract, typed, problems, model);
    }

    @PostMapping("/contracts/{id}/call-off/recall")
    String recall(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(callOffs.recall(own(id).id()), "contract.callOff.recalled", next);
        return "redirect:/contracts/" + id + "/call-off";
    }

    private static CommandResult named(CommandResult result, List<Integer> rows) {
        return result instanceof CommandResult.Invalid invalid ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> {
            String field = problem.field();
            for (int i = 0; i < rows.size(); i++) {
                field = field.replace("lines[" + i + "].quantity", "quantity-" + rows.get(i));
            }
            return new CommandResult.Problem(field, problem.code());
        }).toList()) : result;
    }

    private ContractView own(UUID id) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        if (!Caller.current().isSelf(contract.buyer().id())) {
            throw new NotFound();
        }
        return contract;
    }

    private String show(ContractView contract, Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("contract", contract);
        model.addAttribute("open", ContractActions.of(contract, Caller.current(), false).callOff());
        model.addAttribute("wanting", callOffs.wanting(contract.id()).orElse(null));
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "contract/call-off";
    }
}

package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.contract.ClauseKind;
import io.tradelane.trading.contract.ContractForm;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractState;
import io.tradelane.trading.contract.ContractTemplate;
import io.tradelane.trading.contract.ContractTemplates;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.NewContract;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.relation.DealPartners;
import io.tradelane.trading.sourcing.Side;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A contract is begun, from an award or a template alone, and written: draft, counter-proposal, amendment. */
@Page
class ContractFormPage {
    private static final int BLANK_LINES = 3;
    private final Contracts contracts;
    private final ContractTemplates templates;
    private final DealPartners partners;
    private final Organisations organisations;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    ContractFormPage(Contracts contracts, ContractTemplates templates, DealPartners partners, Organisations organisations, Outcomes outcomes, Words words, Formats formats) {
        this.contracts = contracts;
        this.templates = templates;
        this.partners = partners;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/contracts/new")
    String begin(@RequestParam(required = false) @Nullable UUID quote, @RequestParam Map<String, String> typed, Model model) {
        return begin(quote, typed, new Problems(), model);
    }

    /** Of an award the draft is written at once; else its form is shown, filled with what the template says. */
    @PostMapping("/contracts/new")
    String create(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        UUID quote = uuid(typed.get("quote"));
        UUID template = uuid(typed.get("template"));
        UUID counterparty = uuid(typed.get("counterparty"));
        ContractTemplate chosen = template == null ? null : templates.find(template).orElse(null);
        if (chosen == null) {
            problems.add("template", words.text("problem.required"));
        } else if (quote != null) {
            CommandResult result = contracts.createOfAward(quote, chosen.id());
            if (result instanceof CommandResult.Done done) {
                Toast.ok(next, words.text("contract.drafted"));
                return "redirect:/contracts/" + done.id();
            }
            outcomes.explain(result, "template", problems);
        } else if (counterparty == null || organisations.find(counterparty).isEmpty()) {
            problems.add("counterparty", words.text("problem.required"));
        } else {
            String currency = organisations.find(counterparty).orElseThrow().currency();
            ContractForm blank = contracts.blank(chosen.id(), currency).orElseThrow();
            ContractForm titled = new ContractForm((words.chinese() ? chosen.nameZh() : chosen.nameEn()), currency, blank.startsOn(), blank.endsOn(), null,
                    blank.paymentTerms(), blank.deliveryTerms(), blank.params(), null, List.of(), blank.clauses());
            Side side = Constants.of(Side.class, typed.getOrDefault("side", "")).orElse(Side.BUYER);
            CommandResult result = contracts.create(new NewContract(chosen.type(), side, counterparty), titled);
            if (result instanceof CommandResult.Done done) {
                return "redirect:/contracts/" + done.id() + "/edit";
            }
            outcomes.explain(result, "counterparty", problems);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return begin(quote, typed, problems, model);
    }

    private String begin(@Nullable UUID quote, Map<String, String> typed, Problems problems, Model model) {
        UUID own = Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
        Kind kind = organisations.find(own).orElseThrow().kind();
        model.addAttribute("quote", quote);
        model.addAttribute("templates", templates.list().stream().filter(one -> quote == null || one.type() == ContractType.ORDER).toList());
        model.addAttribute("known", partners.known(own));
        model.addAttribute("found", partners.find(own, typed.getOrDefault("q", "")));
        model.addAttribute("sides", kind == Kind.BUYER ? List.of(Side.BUYER) : kind == Kind.SUPPLIER ? List.of(Side.SUPPLIER) : List.of(Side.values()));
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "contract/new";
    }

    @GetMapping("/contracts/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        return show(contract, ContractFields.initial(form(contract.current()), formats), new Problems(), model);
    }

    @PostMapping("/contracts/{id}/edit")
    String write(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        Problems problems = new Problems();
        Optional<ContractForm> form = new ContractFields(words).read(typed, problems);
        if (form.isPresent()) {
            boolean answer = contract.current().state() == ContractState.NEGOTIATING;
            CommandResult result = contracts.write(id, form.get(), version);
            if (result instanceof CommandResult.Done saved) {
                if (!answer && "propose".equals(typed.get("action"))) {
                    result = contracts.propose(id, saved.version());
                    version = saved.version();
                }
                if (Outcomes.done(result)) {
                    Toast.ok(next, words.text(answer || "propose".equals(typed.get("action")) ? "contract.proposed" : "contract.saved"));
                    return "redirect:/contracts/" + id;
                }
                contract = NotFound.orElse404(contracts.find(id));
            }
            explain(result, problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(contract, typed, problems, model);
    }

    /** Problems by the names of the form's fields: {@code lines[2].quantity} is {@code quantity-2}. */
    private void explain(CommandResult result, Problems problems) {
        CommandResult named = result instanceof CommandResult.Invalid invalid
                ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> new CommandResult.Problem(problem.field()
                        .replaceAll("lines\\[(\\d+)]\\.item", "article-$1").replaceAll("lines\\[(\\d+)]\\.lineNumber", "number-$1")
                        .replaceAll("(?:lines|clauses)\\[(\\d+)]\\.(\\w+)", "$2-$1"), problem.code())).toList())
                : result;
        if (named instanceof CommandResult.Invalid invalid && invalid.problems().stream().anyMatch(problem -> problem.code().equals("clause-missing"))) {
            problems.add("clauses", words.text("contract.incomplete", missing(invalid, words)));
        }
        outcomes.explain(named instanceof CommandResult.Invalid invalid ? new CommandResult.Invalid(invalid.problems().stream()
                .filter(problem -> !problem.code().equals("clause-missing")).toList()) : named, "title", problems);
    }

    /** What of the key content is not there, in words. */
    static String missing(CommandResult.Invalid invalid, Words words) {
        return invalid.problems().stream().map(problem -> problem.field().startsWith("clauses.")
                ? words.of(ClauseKind.valueOf(problem.field().substring("clauses.".length())))
                : words.textOr("contract." + problem.field(), words.textOr("problem." + problem.code(), problem.code()))).distinct().collect(Collectors.joining(", "));
    }

    static ContractForm form(ContractView.Version version) {
        return new ContractForm(version.title(), version.currency(), version.startsOn(), version.endsOn(), version.signBy(), version.paymentTerms(),
                version.deliveryTerms(), version.params(), null, version.lines().stream().map(line -> new ContractForm.Line(line.lineNumber(), line.item(),
                        line.unit(), line.quantity(), line.price(), line.delivery())).toList(), version.clauses());
    }

    private String show(ContractView contract, Map<String, String> typed, Problems problems, Model model) {
        ContractActions actions = ContractActions.of(contract, Caller.current(), false);
        Map<String, String> params = new LinkedHashMap<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(ContractFields.PARAM)) {
                params.put(field.substring(ContractFields.PARAM.length()), value);
            }
        });
        model.addAttribute("contract", contract);
        model.addAttribute("actions", actions);
        model.addAttribute("open", actions.edit() || actions.counter() || actions.amend());
        model.addAttribute("form", typed);
        model.addAttribute("params", params);
        model.addAttribute("lines", Math.max(ContractFields.rows(typed, "article"), ContractFields.rows(typed, "description")) + BLANK_LINES);
        model.addAttribute("clauses", ContractFields.rows(typed, "titleEn") + 1);
        model.addAttribute("kinds", ClauseKind.values());
        model.addAttribute("problems", problems.texts());
        return "contract/form";
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}

package io.tradelane.portal.contract;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.OwnPassword;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.contract.ContractFilter;
import io.tradelane.trading.contract.ContractPage;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.order.CommandResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of contracts, the page of one with all its versions, and what either side can say to the last one. */
@Page
class ContractPages {
    private static final int SIZE = 25;
    private final Contracts contracts;
    private final ContractSigning signing;
    private final SigningKeys keys;
    private final Timeline timeline;
    private final OwnPassword own;
    private final Outcomes outcomes;
    private final Words words;

    ContractPages(Contracts contracts, ContractSigning signing, SigningKeys keys, Timeline timeline, OwnPassword own, Outcomes outcomes, Words words) {
        this.contracts = contracts;
        this.signing = signing;
        this.keys = keys;
        this.timeline = timeline;
        this.own = own;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/contracts")
    String list(
            @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID before, Model model) {
        ContractFilter.Tab chosen = Constants.of(ContractFilter.Tab.class, tab).orElse(ContractFilter.Tab.ALL);
        String text = q.strip();
        ContractPage page = contracts.list(new ContractFilter(chosen, text.isEmpty() ? null : text, before, SIZE));
        Address here = Address.of("/contracts").with("tab", Constants.word(chosen)).with("q", text);
        model.addAttribute("page", page);
        model.addAttribute("tabs", ContractFilter.Tab.values());
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        return "contract/list";
    }

    @GetMapping("/contracts/{id}")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer v, Model model) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        Caller caller = Caller.current();
        ContractView.Version shown = contract.versions().stream().filter(version -> v != null && version.n() == v).findFirst().orElse(contract.current());
        model.addAttribute("contract", contract);
        model.addAttribute("shown", shown);
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(Contracts.ENTITY, id))));
        model.addAttribute("actions", ContractActions.of(contract, caller, contracts.maySign(id)));
        model.addAttribute("hasKey", caller.may(Permission.CONTRACT_SIGN) && keys.usable().isPresent());
        return "contract/contract";
    }

    @GetMapping("/contracts/{id}/versions/{n}/paper.pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable int n) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        ContractView.Version version = NotFound.orElse404(contract.versions().stream().filter(one -> one.n() == n).findFirst());
        return download(signing.paper(contract, version), MediaType.APPLICATION_PDF, contract.number() + "-v" + n + ".pdf");
    }

    static ResponseEntity<byte[]> download(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(content);
    }

    @PostMapping("/contracts/{id}/proposal")
    String propose(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        CommandResult result = contracts.propose(id, version);
        if (result instanceof CommandResult.Invalid invalid) {
            Toast.bad(next, words.text("contract.incomplete", ContractFormPage.missing(invalid, words)));
            return "redirect:/contracts/" + id + "/edit";
        }
        return told(id, result, "contract.proposed", next);
    }

    @PostMapping("/contracts/{id}/acceptance")
    String accept(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(id, contracts.accept(id, version), "contract.accepted", next);
    }

    @PostMapping("/contracts/{id}/refusal")
    String decline(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, contracts.decline(id, reason, version), "contract.declined", next);
    }

    @PostMapping("/contracts/{id}/withdrawal")
    String takeBack(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        outcomes.tell(contracts.takeBack(id, reason.isBlank() ? null : reason.strip(), version), "contract.withdrawn", next);
        return contracts.find(id).isPresent() ? "redirect:/contracts/" + id : "redirect:/contracts";
    }

    /** Her password again: that it is she who signs. */
    @PostMapping("/contracts/{id}/signature")
    String sign(
            @PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String password, HttpServletRequest request, RedirectAttributes next) {
        NotFound.orElse404(contracts.find(id));
        if (!own.confirmed(Caller.current().actor().user(), password, request)) {
            Toast.bad(next, words.text("contract.sign.password.wrong"));
            return "redirect:/contracts/" + id;
        }
        return told(id, signing.sign(id, version), "contract.signed", next);
    }

    @PostMapping("/contracts/{id}/end")
    String end(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean breach,
            RedirectAttributes next) {
        return told(id, contracts.end(id, breach, reason.isBlank() ? null : reason.strip(), version), "contract.end.told", next);
    }

    private String told(UUID id, CommandResult result, String done, RedirectAttributes next) {
        outcomes.tell(result, done, next);
        return "redirect:/contracts/" + id;
    }
}

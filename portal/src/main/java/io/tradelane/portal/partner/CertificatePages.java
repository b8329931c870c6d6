package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.CertificateBoard.Succession;
import io.tradelane.trading.partner.CertificateStanding;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What ends when, what follows it, and who has confirmed that. */
@Page
class CertificatePages {
    private static final int LONGEST_NAME = 100;
    private final CertificateBoard board;
    private final ChannelCertificates channelCertificates;
    private final ServerIdentities servers;
    private final Organisations organisations;
    private final Words words;

    CertificatePages(CertificateBoard board, ChannelCertificates channelCertificates, ServerIdentities servers, Organisations organisations, Words words) {
        this.board = board;
        this.channelCertificates = channelCertificates;
        this.servers = servers;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping("/certificates")
    String list(Model model) {
        Caller caller = Caller.current();
        List<CertificateStanding> all = board.list(caller.isOperator() ? null : caller.organisation());
        Map<UUID, String> aliases = new HashMap<>();
        all.forEach(one -> aliases.put(one.certificate().id(), one.certificate().alias()));
        model.addAttribute("standings", all);
        model.addAttribute("aliases", aliases);
        model.addAttribute("servers", servers.list(caller.isOperator() ? null : caller.organisation()));
        model.addAttribute("channels", channelCertificates.list(caller.isOperator() ? null : caller.organisation()));
        model.addAttribute("mayManage", caller.may(Permission.PARTNER_MANAGE));
        model.addAttribute("partners", caller.may(Permission.PARTNER_MANAGE)
                ? organisations.list().stream().filter(one -> one.kind() != Organisation.Kind.OPERATOR).toList() : List.of());
        return "partner/certificates";
    }

    @PostMapping("/certificates/{id}/successor")
    String succeed(@PathVariable UUID id, @RequestParam String alias, @RequestParam String pem, @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        String name = alias.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            Toast.bad(next, words.text(name.isEmpty() ? "problem.required" : "problem.tooLong"));
        } else if (pem.contains("PRIVATE KEY")) {
            Toast.bad(next, words.text("certificate.problem.key"));
        } else {
            switch (board.succeed(id, name, pem.strip() + "\n", key.isBlank() ? null : key.strip() + "\n")) {
                case Succession.Done done -> Toast.ok(next, words.text("certificate.successor.added"));
                case Succession.Invalid invalid -> Toast.bad(next, words.text("certificate.problem." + (invalid.code().equals("taken") ? "name" : invalid.code())));
                case Succession.NotFound gone -> throw new NotFound();
            }
        }
        return "redirect:/certificates";
    }

    /** The link is on the next page and nowhere else. */
    @PostMapping("/certificates/{id}/invitations")
    String invite(@PathVariable UUID id, @RequestParam UUID organisation, RedirectAttributes next) {
        Organisation partner = NotFound.orElse404(organisations.find(organisation));
        String token = NotFound.orElse404(board.invite(id, organisation));
        next.addFlashAttribute("link", ServletUriComponentsBuilder.fromCurrentContextPath().path("/certificate-confirmations/" + token).toUriString());
        next.addFlashAttribute("linkFor", words.name(partner.name(), partner.nameLocal()));
        return "redirect:/certificates";
    }

    @PostMapping("/certificates/{id}/confirmations")
    String confirm(@PathVariable UUID id, @RequestParam UUID organisation, RedirectAttributes next) {
        NotFound.orElse404(organisations.find(organisation));
        if (!board.confirmed(id, organisation)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("certificate.confirmed"));
        return "redirect:/certificates";
    }

    /** The partner's page behind the link; nobody signs in for it. */
    @GetMapping("/certificate-confirmations/{token}")
    String link(@PathVariable String token, Model model) {
        CertificateBoard.Invitation invitation = NotFound.orElse404(Tenancy.call(Actor.hub(), () -> board.invitation(token)));
        model.addAttribute("token", token);
        model.addAttribute("invitation", invitation);
        model.addAttribute("certificate", invitation.certificate());
        model.addAttribute("partner", Tenancy.call(Actor.hub(), () -> organisations.find(invitation.organisation())).orElseThrow());
        return "partner/certificate-confirmation";
    }

    @PostMapping("/certificate-confirmations/{token}")
    String answer(@PathVariable String token, @RequestParam String name, RedirectAttributes next) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            Toast.bad(next, words.text(name.isBlank() ? "problem.required" : "problem.tooLong"));
        } else if (!Tenancy.call(Actor.hub(), () -> board.confirm(token, name.strip()))) {
            throw new NotFound();
        }
        return "redirect:/certificate-confirmations/" + token;
    }
}

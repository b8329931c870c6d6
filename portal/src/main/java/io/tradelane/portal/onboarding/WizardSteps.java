package io.tradelane.portal.onboarding;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue.Declaration;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboarding.Step;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of the wizard, each saved alone; until it is live any may be done again. */
@Page
class WizardSteps {
    private final Onboardings onboardings;
    private final Organisations organisations;
    private final Certificates certificates;
    private final WizardPage page;
    private final WizardPage.Offered offered;
    private final Exchangeable exchangeable;
    private final Doors doors;
    private final Words words;

    WizardSteps(Onboardings onboardings, Organisations organisations, Certificates certificates, WizardPage page, WizardPage.Offered offered,
            Exchangeable exchangeable, Doors doors, Words words) {
        this.onboardings = onboardings;
        this.organisations = organisations;
        this.certificates = certificates;
        this.page = page;
        this.offered = offered;
        this.exchangeable = exchangeable;
        this.doors = doors;
        this.words = words;
    }

    @PostMapping("/onboardings/{id}/profile")
    String profile(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Onboarding onboarding = open(id);
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        Organisation company = organisations.find(onboarding.company()).orElseThrow();
        ProfileForm.Read read = ProfileForm.read(company, organisations.identifiers(company.id()), typed, values);
        if (problems.isEmpty() && read.company() != null) {
            try {
                onboardings.profile(onboarding, read.company(), read.identifiers());
                return next(onboarding, next);
            } catch (IllegalStateException ofAnother) {
                problems.add("GLN", words.text("partner.problem.taken"));
            }
        }
        return again(onboarding, Step.PROFILE, typed, problems, model, response);
    }

    @PostMapping("/onboardings/{id}/documents")
    String documents(@PathVariable UUID id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Onboarding onboarding = open(id);
        Problems problems = new Problems();
        List<Exchanged> documents = new ArrayList<>();
        boolean sells = exchangeable.sells(onboarding);
        boolean buys = exchangeable.buys(onboarding);
        for (DocumentType type : exchangeable.of(onboarding)) {
            String way = typed.getOrDefault(type.name(), "");
            if (way.equals("sends") && Exchangeable.mayBeSent(type, sells, buys) || way.equals("gets") && Exchangeable.mayBeGot(type, sells, buys)) {
                String format = typed.getOrDefault(type.name() + "-format", "");
                if (!offered.of(type).contains(format)) {
                    problems.add(type.name(), words.text("agreement.problem.version"));
                }
                documents.add(new Exchanged(type, way.equals("sends"), format));
            }
        }
        if (documents.isEmpty()) {
            problems.add(exchangeable.of(onboarding).getFirst().name(), words.text("onboarding.problem.documents"));
        }
        if (!problems.isEmpty()) {
            return again(onboarding, Step.DOCUMENTS, typed, problems, model, response);
        }
        onboardings.documents(onboarding, documents);
        return next(onboarding, next);
    }

    @PostMapping("/onboardings/{id}/channel")
    String channel(@PathVariable UUID id, @RequestParam String door, @RequestParam String direction, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        Onboarding onboarding = open(id);
        Declaration declared = NotFound.orElse404(doors.find(door));
        Direction way = NotFound.orElse404(Constants.of(Direction.class, direction));
        Map<String, String> parameters = Doors.typed(declared.fields(way), typed, false);
        Map<String, String> secrets = Doors.typed(declared.fields(way), typed, true);
        Problems problems = new Problems();
        doors.problems(door, way, parameters, secrets).forEach((field, label) -> problems.add("p-" + field, words.chinese() ? label.zh() : label.en()));
        if (!problems.isEmpty()) {
            model.addAttribute("door", declared);
            model.addAttribute("direction", way);
            model.addAttribute("fields", declared.fields(way));
            return again(onboarding, Step.CHANNEL, typed, problems, model, response);
        }
        String name = organisations.find(onboarding.company()).orElseThrow().name() + " " + door + " " + Constants.word(way);
        // What connects to an address that a partner names is opened by who runs the hub.
        onboardings.channel(onboarding, new NewChannel(onboarding.twin(), name.substring(0, Math.min(100, name.length())), door, way, parameters, secrets,
                way == Direction.INBOUND));
        return next(onboarding, next);
    }

    /** A step that may be left out: a partner that uploads and downloads needs no channel, one without AS2 no certificate. */
    @PostMapping("/onboardings/{id}/steps/{step}")
    String done(@PathVariable UUID id, @PathVariable String step, RedirectAttributes next) {
        Onboarding onboarding = open(id);
        Step chosen = NotFound.orElse404(Constants.of(Step.class, step).filter(one -> one == Step.CHANNEL || one == Step.CERTIFICATES || one == Step.REVIEW));
        if (chosen == Step.REVIEW && !(onboarding.steps().contains(Step.PROFILE) && onboarding.steps().contains(Step.DOCUMENTS))) {
            Toast.bad(next, words.text("onboarding.problem.review"));
        } else {
            onboardings.done(onboarding, chosen);
        }
        return "redirect:/onboardings/" + id;
    }

    @PostMapping("/onboardings/{id}/certificates")
    String certificate(@PathVariable UUID id, @RequestParam String pem, @RequestParam String use, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        Onboarding onboarding = open(id);
        Use chosen = NotFound.orElse404(Constants.of(Use.class, use));
        Problems problems = new Problems();
        if (pem.contains("PRIVATE KEY")) {
            problems.add("pem", words.text("certificate.problem.key"));
        } else {
            try {
                onboardings.certificate(onboarding, chosen, pem.strip() + "\n");
                Toast.ok(next, words.text("certificate.added"));
                return "redirect:/onboardings/" + id + "?step=certificates";
            } catch (IllegalArgumentException noCertificate) {
                problems.add("pem", words.text("certificate.problem.pem"));
            }
        }
        return again(onboarding, Step.CERTIFICATES, Map.of("pem", pem), problems, model, response);
    }

    /** The newest that signs for this hub: what a partner has to trust, and to encrypt for. */
    @GetMapping("/onboardings/{id}/our-certificate")
    ResponseEntity<byte[]> ours(@PathVariable UUID id) {
        NotFound.orElse404(onboardings.find(id));
        String pem = NotFound.orElse404(Tenancy.call(Actor.hub(), () -> organisations.list().stream()
                .filter(one -> one.kind() == Organisation.Kind.OPERATOR)
                .flatMap(operator -> certificates.list(operator.id()).stream())
                .filter(one -> one.privateKeyPem() != null)
                .max(Comparator.comparing(PartnerCertificate::validFrom)))).certificatePem();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("tradelane.pem").build().toString())
                .body(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private Onboarding open(UUID id) {
        return NotFound.orElse404(onboardings.find(id).filter(found -> found.liveAt() == null));
    }

    private String next(Onboarding onboarding, RedirectAttributes next) {
        Toast.ok(next, words.text("onboarding.saved"));
        return "redirect:/onboardings/" + onboarding.id();
    }

    private String again(Onboarding onboarding, Step step, Map<String, String> typed, Problems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.page(onboarding, step, typed, problems, model);
    }
}

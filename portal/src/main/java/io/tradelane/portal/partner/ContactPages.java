package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.OrganisationContact;
import io.tradelane.trading.partner.OrganisationContact.Role;
import io.tradelane.trading.partner.OrganisationContacts;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom to ask for what at a company. What is refused is said on the page that follows. */
@Page
class ContactPages {
    private static final int LONGEST = 100;
    private final OrganisationContacts contacts;
    private final Organisations organisations;
    private final Words words;

    ContactPages(OrganisationContacts contacts, Organisations organisations, Words words) {
        this.contacts = contacts;
        this.organisations = organisations;
        this.words = words;
    }

    @PostMapping("/partners/{id}/contacts")
    String put(@PathVariable UUID id, @RequestParam String role, @RequestParam String name, @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email, RedirectAttributes next) {
        NotFound.orElse404(organisations.find(id));
        Optional<Role> known = Constants.of(Role.class, role);
        String problem = problem(name, phone, email);
        if (known.isEmpty() || problem != null) {
            Toast.bad(next, words.text(problem == null ? "problem.choice" : problem));
        } else {
            contacts.put(new OrganisationContact(Ids.next(), id, known.get(), name.strip(), blankToNull(phone), blankToNull(email), null));
            Toast.ok(next, words.text("contact.added"));
        }
        return "redirect:/partners/" + id;
    }

    @PostMapping("/partners/{id}/contacts/{contact}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID contact, RedirectAttributes next) {
        if (!contacts.remove(id, contact)) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("contact.removed"));
        return "redirect:/partners/" + id;
    }

    /** @return a key; null when nothing is wrong */
    static @Nullable String problem(@Nullable String name, @Nullable String phone, @Nullable String email) {
        if (name == null || name.isBlank()) {
            return "problem.required";
        }
        boolean tooLong = name.length() > LONGEST || phone != null && phone.length() > LONGEST || email != null && email.length() > LONGEST;
        boolean noAddress = email != null && !email.isBlank() && !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        return tooLong ? "problem.tooLong" : noAddress ? "contact.problem.email" : null;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

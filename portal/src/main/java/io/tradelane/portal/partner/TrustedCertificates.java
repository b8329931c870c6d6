package io.tradelane.portal.partner;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certificates that the operator trusts as a company's, by page and by API. A private key is never taken. */
@Component
class TrustedCertificates {
    private static final int LONGEST_NAME = 100;
    private final Certificates certificates;

    TrustedCertificates(Certificates certificates) {
        this.certificates = certificates;
    }

    /** @param field of the API that is wrong @param text key of what is wrong; null, as the field, when it was added */
    record Added(@Nullable String field, @Nullable String text) {
        Optional<String> problem() {
            return Optional.ofNullable(text);
        }
    }

    Added add(UUID organisation, String alias, Use use, String pem) {
        String name = alias.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Added("/alias", name.isEmpty() ? "problem.required" : "problem.tooLong");
        }
        if (certificates.byAlias(organisation, name).isPresent()) {
            return new Added("/alias", "certificate.problem.name");
        }
        if (pem.contains("PRIVATE KEY")) {
            return new Added("/pem", "certificate.problem.key");
        }
        try {
            certificates.add(organisation, name, use, pem.strip() + "\n", null);
            return new Added(null, null);
        } catch (IllegalArgumentException noCertificate) {
            return new Added("/pem", "certificate.problem.pem");
        }
    }

    PartnerCertificate named(UUID organisation, String alias) {
        return NotFound.orElse404(certificates.byAlias(organisation, alias.strip()));
    }

    void remove(UUID organisation, UUID certificate) {
        certificates.remove(NotFound.orElse404(certificates.list(organisation).stream().filter(one -> one.id().equals(certificate)).findFirst()).id());
    }
}

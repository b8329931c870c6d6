package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A company comes into the directory: its data, the certificates it is trusted by, and whether two people are needed for its agreements. */
@ApiController
@Tag(name = "Partners")
class NewPartnersApi {
    private final Organisations organisations;
    private final NewPartnerFields fields;
    private final TrustedCertificates trusted;
    private final AgreementVersions versions;

    NewPartnersApi(Organisations organisations, NewPartnerFields fields, TrustedCertificates trusted, AgreementVersions versions) {
        this.organisations = organisations;
        this.fields = fields;
        this.trusted = trusted;
        this.versions = versions;
    }

    /** @param use SIGN, ENCRYPT or as the certificate board names it @param pem the certificate, without a private key */
    record CertificateRequest(@Nullable String alias, @Nullable String use, @Nullable String pem) {}

    record FourEyes(@Nullable Boolean wanted) {}

    record Id(UUID id) {}

    @Operation(summary = "Add a company: name, nameLocal, kind (BUYER, SUPPLIER, BOTH, BANK, CARRIER), gln, currency, street, city, postalCode, country")
    @PostMapping("/api/v1/partners")
    ResponseEntity<Organisation> create(@RequestBody Map<String, @Nullable Object> body) {
        Map<String, String> given = body.entrySet().stream().filter(field -> field.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Objects.toString(field.getValue())));
        List<Map<String, String>> errors = new ArrayList<>();
        NewOrganisation company = fields.read(given, (field, problem) -> errors.add(error("/" + field, problem)));
        if (company == null) {
            throw wrong(errors);
        }
        UUID id = organisations.create(company);
        return ResponseEntity.created(URI.create("/api/v1/partners/" + id)).body(organisations.find(id).orElseThrow());
    }

    @Operation(summary = "Whether two people are needed to put an agreement of this company into force, or to end it")
    @PutMapping("/api/v1/partners/{id}/four-eyes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fourEyes(@PathVariable UUID id, @RequestBody FourEyes eyes) {
        NotFound.orElse404(organisations.find(id));
        if (eyes.wanted == null) {
            throw wrong(List.of(error("/wanted", "problem.required")));
        }
        versions.fourEyes(id, eyes.wanted);
    }

    @Operation(summary = "Trust a certificate as this company's")
    @PostMapping("/api/v1/partners/{id}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    Id trust(@PathVariable UUID id, @RequestBody CertificateRequest request) {
        NotFound.orElse404(organisations.find(id));
        Use use = Constants.of(Use.class, Objects.toString(request.use, "")).orElseThrow(() -> wrong(List.of(error("/use", "problem.required"))));
        String alias = Objects.toString(request.alias, "");
        TrustedCertificates.Added added = trusted.add(id, alias, use, Objects.toString(request.pem, ""));
        if (added.field() != null && added.text() != null) {
            throw wrong(List.of(error(added.field(), added.text())));
        }
        return new Id(trusted.named(id, alias).id());
    }

    @Operation(summary = "Trust a certificate no longer")
    @DeleteMapping("/api/v1/partners/{id}/certificates/{certificate}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void distrust(@PathVariable UUID id, @PathVariable UUID certificate) {
        trusted.remove(id, certificate);
    }

    private static Map<String, String> error(String pointer, String problem) {
        return Map.of("pointer", pointer, "code", problem.substring(problem.lastIndexOf('.') + 1));
    }

    private static Problem wrong(List<Map<String, String>> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", errors);
    }
}

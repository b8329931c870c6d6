package io.tradelane.portal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.incident.CorrectionRule;
import io.tradelane.trading.incident.CorrectionRules;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Whose documents may not be corrected by one person alone, in JSON. */
@ApiController
@Tag(name = "Corrections")
class CorrectionRulesApi {
    private final CorrectionRules rules;
    private final Organisations organisations;

    CorrectionRulesApi(CorrectionRules rules, Organisations organisations) {
        this.rules = rules;
        this.organisations = organisations;
    }

    /** @param receiver absent: to everybody @param type absent: of every type */
    record RuleBody(@Nullable UUID sender, @Nullable UUID receiver, @Nullable DocumentType type, boolean secondPerson) {}

    @Operation(summary = "Whose documents need a second person to be corrected")
    @GetMapping("/api/v1/correction-rules")
    Listing<CorrectionRule> list() {
        return new Listing<>(rules.list(), null);
    }

    @Operation(summary = "Add a rule, or replace that of the same sender, receiver and type")
    @PutMapping("/api/v1/correction-rules")
    CorrectionRule put(@RequestBody RuleBody body) {
        UUID sender = body.sender;
        if (sender == null || organisations.find(sender).isEmpty() || body.receiver != null && organisations.find(body.receiver).isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "sender, and receiver if given, have to be companies that are known here.");
        }
        UUID id = rules.put(new CorrectionRule(Ids.next(), sender, body.receiver, body.type, body.secondPerson));
        return new CorrectionRule(id, sender, body.receiver, body.type, body.secondPerson);
    }

    @Operation(summary = "Remove a rule")
    @DeleteMapping("/api/v1/correction-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        if (!rules.remove(id)) {
            throw new NotFound();
        }
    }
}

package io.tradelane.mappings.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private static final String EN_16931 = "urn:cen.eu:en16931:2017";
    private static final String CII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";

    private static List<String> books(String root, String customization) {
        return RuleBook.of(Claim.of(root, "", customization, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "Invoice,urn:xoev-de:kosit:standard:xrechnung_1.2,1.2.2/XRechnung-UBL-validation-Invoice.xslt",
        "CreditNote,urn:xoev-de:kosit:standard:xrechnung_2.1,2.1.1/XRechnung-UBL-validation-CreditNote.xslt",
        "Invoice,urn:xoev-de:kosit:standard:xrechnung_2.3,2.3.1/XRechnung-UBL-validation.xslt",
        "CrossIndustryInvoice,urn:xoev-de:kosit:standard:xrechnung_2.0,2.0.1/XRechnung-CII-validation.xslt",
        "CrossIndustryInvoice,urn:xeinkauf.de:kosit:xrechnung_3.0,3.0.2/XRechnung-CII-validation.xslt"
    })
    void anInvoiceIsCheckedByTheRulesOfTheXrechnungItNames(String root, String version, String rules) {
        assertThat(books(root, EN_16931 + "#compliant#" + version)).last().asString().endsWith(rules);
        assertThat(books(root, EN_16931 + "#compliant#" + version)).allMatch(book -> RuleBook.class.getResource(book) != null);
    }

    @Test
    void theTestSetsOfTheEuropeanCoreAreThoseOfItsRules() {
        assertThat(RuleBook.ofTestSet("tc434-ubl")).contains(List.of(books("Invoice", EN_16931)));
        assertThat(RuleBook.ofTestSet("tc434-cii")).contains(List.of(books("CrossIndustryInvoice", EN_16931)));
    }

    @Test
    void theWidestProfileOfFacturXMayFollowItsOwnSchema() {
        Claim extended = Claim.of("CrossIndustryInvoice", CII, EN_16931 + "#conformant#urn:factur-x.eu:1p0:extended", "");
        Claim core = Claim.of("CrossIndustryInvoice", CII, EN_16931, "");

        assertThat(Schemas.of(extended)).hasSize(2).containsAll(Schemas.of(core));
    }
}

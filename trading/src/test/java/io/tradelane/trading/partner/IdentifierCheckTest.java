package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierCheckTest {

    @ParameterizedTest
    @CsvSource({"GLN,4012345000009", "DUNS,123456789", "VAT,DE123456789", "VAT,ATU12345678", "VAT,CHE123456789MWST", "VAT,NL123456789B01", "VAT,GB123456789",
        "LEI,5493001KJTIIGC8Y1R12", "BIC,DEUTDEFF", "BIC,DEUTDEFF500", "AS2,Any Name", "EDI,X", "EDI:ZZ,PARTNER", "REGISTRATION,HRB 1234"})
    void canBeOneOfItsScheme(String scheme, String value) {
        assertThat(IdentifierCheck.problem(new PartyIdentifier(scheme, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GLN,4012345000008,gln", "GLN,401234500000,gln", "DUNS,12345678,duns", "VAT,DE12345678,vat", "VAT,123456789,vat", "VAT,ATX12345678,vat",
        "LEI,5493001KJTIIGC8Y1R13,lei", "LEI,5493001KJTIIGC8Y1R1,lei", "BIC,DEUT,bic", "EDI:TOOLONG,X,scheme", "PHONE,1,scheme", "GLN,' ',required"})
    void cannotBeOneOfItsScheme(String scheme, String value, String problem) {
        assertThat(IdentifierCheck.problem(new PartyIdentifier(scheme, value))).contains(problem);
    }
}

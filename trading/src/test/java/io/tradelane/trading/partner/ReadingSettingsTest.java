package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReadingSettingsTest extends TestDatabase {
    @Autowired ReadingSettings settings;
    @Autowired PlatformTransactionManager manager;

    private static ReadingSetting strict(UUID partner, @Nullable DocumentType type) {
        return new ReadingSetting(partner, "EDIFACT", type, ReadingSetting.CodeLists.STRICT, null, null);
    }

    private List<ReadingSetting> of(UUID partner) {
        return hub(() -> settings.of(partner));
    }

    @Test
    void aChangeHoldsAfterItsCommitAndOtherCompaniesAreAsBefore() {
        UUID partner = organisation("Strict", Organisation.Kind.BUYER);
        UUID other = organisation("Usual", Organisation.Kind.BUYER);
        assertThat(of(partner)).isEmpty();

        asHub(() -> settings.put(strict(partner, null)));
        asHub(() -> settings.put(strict(partner, DocumentType.ORDER)));
        assertThat(of(partner)).containsExactly(strict(partner, null), strict(partner, DocumentType.ORDER));
        assertThat(of(other)).isEmpty();

        asHub(() -> settings.put(new ReadingSetting(partner, "EDIFACT", null, null, false, null)));
        assertThat(of(partner)).containsExactly(
                new ReadingSetting(partner, "EDIFACT", null, null, false, null), strict(partner, DocumentType.ORDER));

        assertThat(hub(() -> settings.remove(partner, "EDIFACT", null))).isTrue();
        assertThat(of(partner)).containsExactly(strict(partner, DocumentType.ORDER));
        assertThat(hub(() -> settings.remove(partner, "EDIFACT", null))).isFalse();
    }

    @Test
    void whatIsRolledBackIsNotKept() {
        UUID partner = organisation("Rolled back", Organisation.Kind.BUYER);
        asHub(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
            settings.put(strict(partner, null));
            assertThat(settings.of(partner)).hasSize(1);
            status.setRollbackOnly();
        }));

        assertThat(of(partner)).isEmpty();
    }

    @Test
    void theSameListIsGivenAsLongAsNothingChanges() {
        UUID partner = organisation("Same", Organisation.Kind.BUYER);
        asHub(() -> settings.put(strict(partner, null)));

        assertThat(of(partner)).isSameAs(of(partner));
    }

    @Test
    void aCompanySeesItsOwnAndWhoeverAsksTheReaderIsGivenAll() {
        UUID partner = organisation("Own settings", Organisation.Kind.BUYER);
        UUID other = organisation("Foreign settings", Organisation.Kind.SUPPLIER);
        asHub(() -> settings.put(strict(partner, null)));

        assertThat(in(person(partner), () -> settings.list(partner))).hasSize(1);
        assertThat(in(person(other), () -> settings.list(partner))).isEmpty();
        assertThat(in(person(other), () -> settings.of(partner))).as("the cache is not of who asks first").hasSize(1);
    }
}

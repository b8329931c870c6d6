package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseCheckTest extends TestDatabase {

    @Test
    void aDatabaseThatWouldForgetIsRefused() {
        assertThatThrownBy(() -> new DatabaseCheck(JdbcClient.create(application())).requireDurability())
                .hasMessageContaining("fsync is off")
                .hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void aDurableOneIsAccepted() throws Exception {
        try (EmbeddedPostgres durable = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            assertThatCode(() -> new DatabaseCheck(JdbcClient.create(durable.getPostgresDatabase())).requireDurability()).doesNotThrowAnyException();
        }
    }

    @Test
    void theApplicationIsWalledInAndTheSuperuserIsNot() {
        assertThatCode(() -> new DatabaseCheck(JdbcClient.create(application())).requireIsolation()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new DatabaseCheck(superuser()).requireIsolation()).hasMessageContaining("superuser");
    }
}

package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.tradelane.server.home.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

class RoleTest {

    private static final String[] FRAMEWORKS = {
        "org.apache.camel.spring.boot.CamelAutoConfiguration",
        "org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration",
        "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    };

    @Test
    void aPortalProcessHasNoCamelAndNoBroker() {
        assertThat(kept("portal")).containsExactly(false, false, true, true);
    }

    @Test
    void aHubProcessHasNoPages() {
        assertThat(kept("hub")).containsExactly(true, true, false, true);
    }

    @Test
    void oneProcessCanHaveBoth() {
        assertThat(kept("all")).containsExactly(true, true, true, true);
    }

    @Test
    void anUnknownRoleIsRefused() {
        assertThatThrownBy(() -> kept("hup")).isInstanceOf(StartRefused.class).hasMessageContaining("hup");
    }

    private static boolean[] kept(String role) {
        RoleFilter filter = new RoleFilter();
        filter.setEnvironment(new MockEnvironment().withProperty("tradelane.role", role));
        return filter.match(FRAMEWORKS, mock(AutoConfigurationMetadata.class));
    }
}

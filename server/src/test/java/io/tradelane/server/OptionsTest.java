package io.tradelane.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void shortOptionsBecomeSettings() throws Exception {
        assertThat(Options.toSettings(List.of("--role", "hub", "--port=9090", "--home", "/srv/trade", "--once", "--simulators", "--data", "full")))
                .containsExactly(
                        "--tradelane.role=hub",
                        "--server.port=9090",
                        "--tradelane.home=/srv/trade",
                        "--tradelane.demo.once=true",
                        "--tradelane.demo.simulators=true",
                        "--tradelane.demo.data=full");
    }

    @Test
    void aSettingInFullPassesAsItIs() throws Exception {
        assertThat(Options.toSettings(List.of("--tradelane.database.pool-size=5")))
                .containsExactly("--tradelane.database.pool-size=5");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (List<String> words : List.of(
                List.of("--rolle", "hub"),
                List.of("stray"),
                List.of("--port"),
                List.of("--port", "abc"),
                List.of("--port", "99999"),
                List.of("--role", "hup"),
                List.of("--home="))) {
            assertThatThrownBy(() -> Options.toSettings(words)).isInstanceOf(Options.Wrong.class);
        }
    }
}

package io.tradelane.adapters;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTargetsTest {
    private static final List<String> REFUSED = List.of("169.254.0.0/16", "fe80::/10", "0.0.0.0/8", "10.0.0.0/12", "127.0.0.0/8", "::1/128");

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest", "http://[fe80::1]/", "http://[::ffff:169.254.169.254]/", "http://127.0.0.1:8080/", "http://127.1.2.3/",
            "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://10.15.255.255/", "http://user@192.0.2.1/", "ftp://192.0.2.1/", "file:///etc/passwd", "http:///x"})
    void whatIsInARefusedNetworkIsNotCalledHoweverItIsWritten(String address) {
        assertThatThrownBy(() -> new OutboundTargets(List.of(), REFUSED).check(URI.create(address))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://10.16.0.1:8443/in", "http://[2001:db8::1]/"})
    void whatIsNotIsCalled(String address) {
        assertThatCode(() -> new OutboundTargets(List.of(), REFUSED).check(URI.create(address))).doesNotThrowAnyException();
    }

    @Test
    void withAListOnlyItsHostsAreCalled() {
        var targets = new OutboundTargets(List.of("192.0.2.1", ".partner.example"), List.of());
        assertThatCode(() -> targets.check(URI.create("http://192.0.2.1/"))).doesNotThrowAnyException();
        for (String other : List.of("http://192.0.2.2/", "http://partner.example.evil.example/", "http://notpartner.example/")) {
            assertThatThrownBy(() -> targets.check(URI.create(other))).isInstanceOf(IOException.class).hasMessageContaining("not among those");
        }
    }

    @Test
    void aNetworkThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new OutboundTargets(List.of(), List.of("partner.example/8"))).isInstanceOf(IllegalArgumentException.class);
    }
}

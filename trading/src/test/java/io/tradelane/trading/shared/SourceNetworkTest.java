package io.tradelane.trading.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceNetworkTest {
    @Test
    void allAddressesOfOneIpv6NetworkAreOneSourceAndEachIpv4AddressIsItsOwn() {
        assertThat(SourceNetwork.of("2001:db8:1:2::1")).isEqualTo(SourceNetwork.of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(SourceNetwork.of("[2001:db8:1:2::7%eth0]"))
                .isNotEqualTo(SourceNetwork.of("2001:db8:1:3::1"));
        assertThat(SourceNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1").isEqualTo(SourceNetwork.of("::ffff:192.0.2.1")).isNotEqualTo(SourceNetwork.of("192.0.2.2"));
        assertThat(SourceNetwork.of("?")).isEqualTo("?");
    }
}

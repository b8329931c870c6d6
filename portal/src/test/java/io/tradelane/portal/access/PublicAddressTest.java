package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicAddressTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aHostThatAStrangerNamesIsInNoLink() {
        request.setServerName("evil.example");
        request.setServerPort(80);
        request.setLocalAddr("10.0.0.7");
        request.setLocalPort(8080);
        assertThat(link("")).isEqualTo("http://10.0.0.7:8080/password/abc");
    }

    @Test
    void onTheOwnMachineTheLinkIsAsTheBrowserCalledIt() {
        request.setServerPort(8080);
        assertThat(link("")).isEqualTo("http://localhost:8080/password/abc");
    }

    @Test
    void whatIsSetCounts() {
        assertThat(link("https://trade.example.com/")).isEqualTo("https://trade.example.com/password/abc");
    }

    private String link(String address) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return new PublicAddress(address).of("/password/abc");
    }
}

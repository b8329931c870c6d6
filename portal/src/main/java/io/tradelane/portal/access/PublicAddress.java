package io.tradelane.portal.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where people reach the portal: what links in mails begin with. A request's own host must not decide that where strangers can send
 * requests, or they could have a link to their own host mailed to somebody.
 */
@Component
public class PublicAddress {
    private final String address;

    /** @param address scheme and host, for example {@code https://trade.example.com}; blank: that of the request, for a demo */
    PublicAddress(@Value("${tradelane.portal.address}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return address.isBlank() ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString() : address + path;
    }
}

package io.tradelane.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where people reach the portal: what links in mails begin with. A request's own host must not decide that, for strangers send requests too,
 * and could have a link to their own host mailed to somebody.
 */
@Component
public class PublicAddress {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private final String address;

    /** @param address scheme and host, for example {@code https://trade.example.com}; blank: the address to which the request came, for a demo */
    PublicAddress(@Value("${tradelane.portal.address}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return address.isBlank() ? reached(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest(), path) : address + path;
    }

    private static String reached(HttpServletRequest request, String path) {
        boolean own = OWN_MACHINE.contains(request.getServerName());
        String local = request.getLocalAddr().contains(":") ? "[" + request.getLocalAddr() + "]" : request.getLocalAddr();
        int port = own ? request.getServerPort() : request.getLocalPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return UriComponentsBuilder.fromPath(path).scheme(request.getScheme()).host(own ? request.getServerName() : local).port(usual ? -1 : port).build().toUriString();
    }
}

package io.tradelane.portal.frame;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of a list as it stands: a path of ours and the parameters that are not blank. */
public final class Address {
    private final String path;
    private final Map<String, String> parameters;

    private Address(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    public Address with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        if (value.isBlank()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Address(path, more);
    }

    @Override
    public String toString() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        return address.build(true).toUriString();
    }
}

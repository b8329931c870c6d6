package io.tradelane.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The same request for another page of the list: the parameters are those of the page's address. */
final class TurnedRequest extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final @Nullable String query;

    TurnedRequest(HttpServletRequest request, String address) {
        super(request);
        UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
        query = parts.getQuery();
        parts.getQueryParams().forEach((name, values) -> parameters.put(decoded(name), values.stream().map(value -> value == null ? "" : decoded(value)).toArray(String[]::new)));
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace("+", "%20"), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }
}

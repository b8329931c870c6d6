package io.tradelane.portal.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each endpoint asks for: {@link OpenRules}, {@link PageRules}, {@link DeskRules}, {@link ApiRules} and {@link GoodsApiRules} in one table. An address that is not in it is
 * refused, and a test fails for a controller method that is not in it.
 */
public final class EndpointRules {

    /** @param permission what the caller must hold; absent when {@code open} or when being signed in is enough */
    public record Rule(String method, PathPattern path, boolean open, @Nullable Permission permission) {

        public String pattern() {
            return path.getPatternString();
        }

        static Rule of(String method, String pattern, boolean open, @Nullable Permission permission) {
            return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), open, permission);
        }
    }

    private static final List<Rule> TABLE = Stream.of(OpenRules.TABLE, PageRules.TABLE, DeskRules.TABLE, ApiRules.TABLE, GoodsApiRules.TABLE).flatMap(List::stream).toList();

    private EndpointRules() {}

    public static List<Rule> all() {
        return TABLE;
    }

    /** The most specific rule for a request; HEAD is asked for like GET. */
    static Optional<Rule> of(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        String asked = HttpMethod.HEAD.matches(method) ? "GET" : method;
        return TABLE.stream()
                .filter(rule -> rule.method.equals(asked) && rule.path.matches(container))
                .min(Comparator.comparing(Rule::path));
    }

    /** What an address can be asked for. */
    static Set<String> methods(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return TABLE.stream().filter(rule -> rule.path.matches(container)).map(Rule::method).collect(Collectors.toCollection(TreeSet::new));
    }
}

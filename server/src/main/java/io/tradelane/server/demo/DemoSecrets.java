package io.tradelane.server.demo;

import java.util.List;
import java.util.Map;

/** The sign-ins and keys of the demo as {@code HOME/demo.json} keeps them. */
final class DemoSecrets {
    private final Map<String, Object> file;

    DemoSecrets(Map<String, Object> file) {
        this.file = file;
    }

    String password(String email) {
        return find("signIns", "email", email, "password");
    }

    String apiKey(Company company) {
        return find("apiKeys", "organisation", company.title, "key");
    }

    /** A PEM of Westfield's AS2: {@code key}, {@code certificate}, {@code hubCertificate}. */
    String westfieldKey(String name) {
        return file.get("westfieldKeys") instanceof Map<?, ?> keys && keys.get(name) instanceof String pem ? pem : missing("westfieldKeys", name);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>) file.getOrDefault(name, List.of());
    }

    private String find(String list, String by, String value, String wanted) {
        return list(list).stream()
                .filter(entry -> value.equals(entry.get(by)))
                .map(entry -> String.valueOf(entry.get(wanted)))
                .findFirst()
                .orElseGet(() -> missing(list, value));
    }

    private static String missing(String list, String value) {
        throw new IllegalStateException("demo.json has no " + list + " for " + value);
    }
}

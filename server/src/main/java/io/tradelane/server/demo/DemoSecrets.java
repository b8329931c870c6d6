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

    @SuppressWarnings("unchecked")
    Map<String, String> westfieldKeys() {
        return (Map<String, String>) file.get("westfieldKeys");
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
                .orElseThrow(() -> new IllegalStateException("demo.json has no " + list + " for " + value));
    }
}

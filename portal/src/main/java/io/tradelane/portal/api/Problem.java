package io.tradelane.portal.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Something to answer with as an RFC 9457 problem. */
public class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final transient List<Map<String, String>> fields;

    /** @param type a word that programs may rely on; part of the problem's {@code type} */
    public Problem(HttpStatus status, String type, String detail) {
        this(status, type, detail, List.of());
    }

    /** @param fields what is wrong with the input: {@code pointer} and {@code code} of each */
    public Problem(HttpStatus status, String type, String detail, List<Map<String, String>> fields) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.fields = fields;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    List<Map<String, String>> fields() {
        return fields;
    }
}

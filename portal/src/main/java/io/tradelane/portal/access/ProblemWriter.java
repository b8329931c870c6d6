package io.tradelane.portal.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes RFC 9457 problems where no controller is reached, or where one failed before it could. */
@Component
public class ProblemWriter {
    public static final String TYPES = "urn:tradelane:problem:";
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void unauthorised(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, HttpStatus.UNAUTHORIZED, "api-key-required", "A valid API key is needed: Authorization: Bearer tl_…");
    }

    /** 404 for an address that no rule knows, 405 for one that knows other methods, else 403. */
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (EndpointRules.of(request.getMethod(), request.getRequestURI()).isEmpty()) {
            Set<String> methods = EndpointRules.methods(request.getRequestURI());
            if (methods.isEmpty()) {
                write(request, response, HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
            } else {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
                write(request, response, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This address takes " + String.join(", ", methods) + ".");
            }
        } else {
            write(request, response, HttpStatus.FORBIDDEN, "scope-missing", "The key lacks the scope that this needs, or its organisation has no part in it.");
        }
    }

    /** @param type a word that programs may rely on */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String type, String detail) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        problem.setInstance(URI.create(failed instanceof String uri ? uri : request.getRequestURI()));
        problem.setProperty("reference", ReferenceId.of(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}

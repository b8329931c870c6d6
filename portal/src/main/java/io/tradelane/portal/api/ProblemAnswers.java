package io.tradelane.portal.api;

import io.tradelane.portal.access.ProblemWriter;
import io.tradelane.portal.access.ReferenceId;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every failure of the API as {@code application/problem+json}, with the reference that finds it in the log. */
@RestControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // Spring Boot's own problems have neither type nor reference.
class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        ProblemDetail detail = detail(problem.status(), problem.type(), String.valueOf(problem.getMessage()), request);
        if (!problem.fields().isEmpty()) {
            detail.setProperty("errors", problem.fields());
        }
        return answer(detail);
    }

    /** An id that is none is nobody's; another parameter that cannot be read is a mistake of the caller. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? notThere(request)
                : answer(detail(HttpStatus.BAD_REQUEST, "parameter", "The parameter " + mismatch.getName() + " has a value that cannot be used.", request));
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<ProblemDetail> notThere(HttpServletRequest request) {
        return answer(detail(HttpStatus.NOT_FOUND, "not-found", "It does not exist, or it is not yours to see.", request));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpServletRequest request) {
        return answer(detail(HttpStatus.BAD_REQUEST, "unreadable", "The body is not the JSON that is expected here.", request));
    }

    @ExceptionHandler(TransientFailure.class)
    ResponseEntity<ProblemDetail> later(TransientFailure failure, HttpServletRequest request) {
        LOG.warn("{} {} has to wait: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        ProblemDetail detail = detail(HttpStatus.SERVICE_UNAVAILABLE, "try-later", "Not possible right now; nothing was changed.", request);
        return ResponseEntity.status(detail.getStatus()).header(HttpHeaders.RETRY_AFTER, "5").contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            String text = Optional.ofNullable(known.getBody().getDetail()).orElse("The request is not acceptable.");
            return answer(detail(known.getStatusCode(), "request", text, request));
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(detail(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "Something failed on our side; it has been logged.", request));
    }

    private static ProblemDetail detail(HttpStatusCode status, String type, String text, HttpServletRequest request) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create(ProblemWriter.TYPES + type));
        detail.setInstance(URI.create(request.getRequestURI()));
        detail.setProperty("reference", ReferenceId.of(request));
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
    }
}

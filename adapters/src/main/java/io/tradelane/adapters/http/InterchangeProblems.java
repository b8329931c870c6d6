package io.tradelane.adapters.http;

import io.tradelane.adapters.ChannelClosed;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Says in the form of RFC 9457 why a document was not taken. Nothing was stored in any of these cases. The reference finds the log entry;
 * whoever filters the request puts it into the logging context.
 */
@RestControllerAdvice(assignableTypes = {InterchangeEndpoint.class, WebhookEndpoint.class})
class InterchangeProblems {
    private static final Logger LOG = LoggerFactory.getLogger(InterchangeProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BadRequest refused) {
        return answer(refused.status(), refused.type(), String.valueOf(refused.getMessage()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(PayloadTooLarge tooLarge) {
        return answer(413, "payload-too-large", "The body is larger than " + tooLarge.limit() + " bytes", new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> closed(ChannelClosed closed) {
        return answer(403, "channel-closed", "The channel of this organisation is closed", new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cutOff(IOException cutOff) {
        return answer(400, "incomplete-body", "The body did not arrive completely", new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfterSeconds()));
        String type = switch (busy.reason()) {
            case RATE -> "too-many-documents";
            case AT_ONCE -> "too-many-at-once";
            case MAINTENANCE -> "maintenance";
        };
        return answer(busy.reason().status(), type, String.valueOf(busy.getMessage()), headers);
    }

    @ExceptionHandler({TransientFailure.class, DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> notStored(RuntimeException failure) {
        LOG.error("A document could not be stored", failure);
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "60");
        return answer(503, "not-stored", "The document could not be stored, please repeat it later", headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            String text = Optional.ofNullable(known.getBody().getDetail()).orElse("The request is not acceptable");
            return answer(known.getStatusCode().value(), "request", text, new HttpHeaders());
        }
        LOG.error("A document could not be taken", failure);
        return answer(500, "failed", "Something failed on our side; it has been logged", new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> answer(int status, String type, String detail, HttpHeaders headers) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("urn:tradelane:problem:" + type));
        problem.setInstance(ServletUriComponentsBuilder.fromCurrentRequestUri().scheme(null).host(null).port(-1).build().toUri());
        problem.setProperty("reference", Optional.ofNullable(MDC.get("reference")).orElse("-"));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(status));
    }
}

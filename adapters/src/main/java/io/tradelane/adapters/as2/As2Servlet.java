package io.tradelane.adapters.as2;

import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.MalformedMessage;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.traffic.Busy;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /as2}: messages and asynchronous receipts. A servlet of its own, because Spring's dispatcher takes every
 * {@code multipart/…} for a form with files. Whatever goes wrong in storing is answered 503, so the sender tries again.
 */
final class As2Servlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(As2Servlet.class);
    private final transient As2Reception reception;

    As2Servlet(As2Reception reception) {
        this.reception = reception;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        As2Answer answer;
        try {
            answer = reception.receive(new As2Message(headers(request), request.getInputStream()));
        } catch (MalformedMessage malformed) {
            answer = As2Answer.problem(400, String.valueOf(malformed.getMessage()));
        } catch (PayloadTooLarge tooLarge) {
            answer = As2Answer.problem(413, "The message is larger than " + tooLarge.limit() + " bytes");
        } catch (Busy busy) {
            answer = As2Answer.problem(busy.reason().status(), String.valueOf(busy.getMessage()));
            response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
        } catch (RuntimeException notStored) {
            LOG.error("An AS2 message could not be stored", notStored);
            answer = As2Answer.problem(503, "The message could not be stored, please repeat it later");
            response.setHeader("Retry-After", "60");
        }
        response.setStatus(answer.status());
        answer.headers().fields().forEach(f -> response.setHeader(f.name(), f.value()));
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static Headers headers(HttpServletRequest request) {
        var fields = new ArrayList<Headers.Field>();
        for (String name : Collections.list(request.getHeaderNames())) {
            fields.add(new Headers.Field(name, request.getHeader(name)));
        }
        return new Headers(fields);
    }
}

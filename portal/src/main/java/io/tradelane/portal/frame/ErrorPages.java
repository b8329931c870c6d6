package io.tradelane.portal.frame;

import io.tradelane.portal.access.ProblemWriter;
import io.tradelane.portal.access.ReferenceId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** One page for everything that goes wrong: what happened, what to do, and the reference that finds the log entry; for the API a problem. */
@Page
class ErrorPages implements ErrorController {
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 413, 429, 503);
    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri && uri.startsWith("/api/")) {
            HttpStatus known = Optional.ofNullable(HttpStatus.resolve(status)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            problems.write(request, response, known, known.is5xxServerError() ? "failed" : "request", known.getReasonPhrase());
            return null;
        }
        return explain(status, request, model);
    }

    static String explain(int status, HttpServletRequest request, Model model) {
        model.addAttribute("status", status);
        model.addAttribute("explanation", EXPLAINED.contains(status) ? status : 500);
        model.addAttribute("reference", ReferenceId.of(request));
        return "frame/error";
    }

    @ControllerAdvice(annotations = Page.class)
    static class Failures {
        private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

        @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
        void notThere(HttpServletResponse response) throws java.io.IOException {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }

        @ExceptionHandler(MissingServletRequestParameterException.class)
        void incomplete(HttpServletResponse response) throws java.io.IOException {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }

        @ExceptionHandler(Exception.class)
        void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
            if (failure instanceof org.springframework.web.ErrorResponse known) {
                response.sendError(known.getStatusCode().value());
                return;
            }
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }
}

package io.tradelane.portal.frame;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Takes what is drawn, so that it can be read; nothing of it reaches the browser. */
final class HeldResponse extends HttpServletResponseWrapper {
    private final StringWriter text = new StringWriter();
    private final PrintWriter writer = new PrintWriter(text);

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setContentType(@Nullable String type) {
        // of the page, not of the file
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        // of the page, not of the file
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        // of the page, not of the file
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    String text() {
        writer.flush();
        return text.toString();
    }
}

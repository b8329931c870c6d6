package io.tradelane.adapters.soap;

import io.tradelane.adapters.LimitedStream;
import java.io.InputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Stops a request that is larger than any service takes while it is being read, whatever it says of its length. */
final class RequestLimit extends AbstractPhaseInterceptor<Message> {
    private final long maxBytes;

    RequestLimit(long maxBytes) {
        super(Phase.RECEIVE);
        this.maxBytes = maxBytes;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (body != null) {
            message.setContent(InputStream.class, new LimitedStream(body, maxBytes));
        }
    }
}

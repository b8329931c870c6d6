package io.tradelane.adapters.soap;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a fault in one line: strangers must not be able to fill the log with stack traces. */
final class BriefFaults implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger(BriefFaults.class);

    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        LOG.warn("A SOAP request got a fault: {}", String.valueOf(exception.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        return false;
    }
}

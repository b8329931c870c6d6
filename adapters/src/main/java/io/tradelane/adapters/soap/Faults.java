package io.tradelane.adapters.soap;

import io.tradelane.adapters.soap.bank.ConfirmPaymentFault;
import io.tradelane.adapters.soap.bank.ConfirmPaymentFault_Exception;
import io.tradelane.adapters.soap.bank.FaultCode;
import io.tradelane.trading.exchange.traffic.Busy;
import jakarta.servlet.http.HttpServletResponse;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Faults of the type that the WSDL declares. */
final class Faults {
    private static final String NAMESPACE = "urn:tradelane:bank-confirmation:1";

    private Faults() {}

    static ConfirmPaymentFault_Exception fault(FaultCode code, String message) {
        var detail = new ConfirmPaymentFault();
        detail.setCode(code);
        detail.setMessage(message);
        return new ConfirmPaymentFault_Exception(message, detail);
    }

    /** For use before the body is read, where the generated exception is not turned into a fault. */
    static SoapFault notAuthorised(String message) {
        return fault(FaultCode.NOT_AUTHORISED, message, Soap11.getInstance().getSender());
    }

    /** With the HTTP status and the header that say when to come again. */
    static SoapFault busy(Busy busy) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        if (message.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof HttpServletResponse response) {
            response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
        }
        SoapFault fault = fault(FaultCode.TRY_AGAIN_LATER, String.valueOf(busy.getMessage()), Soap11.getInstance().getReceiver());
        fault.setStatusCode(busy.reason().status());
        return fault;
    }

    private static SoapFault fault(FaultCode code, String message, QName side) {
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        Element fault = document.createElementNS(NAMESPACE, "ConfirmPaymentFault");
        detail.appendChild(fault);
        add(fault, "code", code.value());
        add(fault, "message", message);
        var soapFault = new SoapFault(message, side);
        soapFault.setDetail(detail);
        return soapFault;
    }

    private static void add(Element parent, String name, String text) {
        Element element = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        element.setTextContent(text);
        parent.appendChild(element);
    }
}

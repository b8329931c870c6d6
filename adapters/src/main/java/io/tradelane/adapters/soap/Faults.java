package io.tradelane.adapters.soap;

import io.tradelane.adapters.soap.bank.ConfirmPaymentFault;
import io.tradelane.adapters.soap.bank.ConfirmPaymentFault_Exception;
import io.tradelane.adapters.soap.bank.FaultCode;
import io.tradelane.adapters.soap.exchange.ExchangeFaultCode;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault_Exception;
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

/** Faults of the types that the WSDLs declare. */
final class Faults {
    private Faults() {}

    static ConfirmPaymentFault_Exception fault(FaultCode code, String message) {
        var detail = new ConfirmPaymentFault();
        detail.setCode(code);
        detail.setMessage(message);
        return new ConfirmPaymentFault_Exception(message, detail);
    }

    static SubmitDocumentFault_Exception fault(ExchangeFaultCode code, String message) {
        var detail = new SubmitDocumentFault();
        detail.setCode(code);
        detail.setMessage(message);
        return new SubmitDocumentFault_Exception(message, detail);
    }

    /** For use before the body is read, where the generated exception is not turned into a fault. */
    static SoapFault notAuthorised(QName name, String message) {
        return fault(name, FaultCode.NOT_AUTHORISED.value(), message, Soap11.getInstance().getSender());
    }

    /** With the HTTP status and the header that say when to come again. */
    static SoapFault busy(QName name, Busy busy) {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        if (message.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof HttpServletResponse response) {
            response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
        }
        SoapFault fault = fault(name, FaultCode.TRY_AGAIN_LATER.value(), String.valueOf(busy.getMessage()), Soap11.getInstance().getReceiver());
        fault.setStatusCode(busy.reason().status());
        return fault;
    }

    private static SoapFault fault(QName name, String code, String message, QName side) {
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        Element fault = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        detail.appendChild(fault);
        add(fault, "code", code);
        add(fault, "message", message);
        var soapFault = new SoapFault(message, side);
        soapFault.setDetail(detail);
        return soapFault;
    }

    private static void add(Element parent, String name, String text) {
        Element element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        element.setTextContent(text);
        parent.appendChild(element);
    }
}

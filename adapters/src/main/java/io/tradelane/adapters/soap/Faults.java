package io.tradelane.adapters.soap;

import io.tradelane.adapters.soap.bank.ConfirmPaymentFault;
import io.tradelane.adapters.soap.bank.ConfirmPaymentFault_Exception;
import io.tradelane.adapters.soap.bank.FaultCode;
import io.tradelane.adapters.soap.exchange.ExchangeFaultCode;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault_Exception;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
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
        Document document = DOMUtils.createDocument();
        Element detail = document.createElement("detail");
        Element fault = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        detail.appendChild(fault);
        add(fault, "code", FaultCode.NOT_AUTHORISED.value());
        add(fault, "message", message);
        var soapFault = new SoapFault(message, Soap11.getInstance().getSender());
        soapFault.setDetail(detail);
        return soapFault;
    }

    private static void add(Element parent, String name, String text) {
        Element element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        element.setTextContent(text);
        parent.appendChild(element);
    }
}

package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelClosed;
import io.tradelane.adapters.soap.exchange.DocumentExchange;
import io.tradelane.adapters.soap.exchange.ExchangeFaultCode;
import io.tradelane.adapters.soap.exchange.SubmitDocument;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault_Exception;
import io.tradelane.adapters.soap.exchange.SubmitDocumentResponse;
import io.tradelane.trading.exchange.PayloadTooLarge;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.ApiClient;
import jakarta.jws.WebService;
import java.io.IOException;
import java.io.PushbackInputStream;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The document exchange service: stores a document of any kind and answers under which id. */
@WebService(endpointInterface = "io.tradelane.adapters.soap.exchange.DocumentExchange", serviceName = "DocumentExchangeService",
        portName = "DocumentExchangePort", targetNamespace = "urn:tradelane:document-exchange:1", wsdlLocation = "classpath:wsdl/DocumentExchange.wsdl")
public final class DocumentExchangeEndpoint implements DocumentExchange {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentExchangeEndpoint.class);

    private final SoapIntake intake;

    DocumentExchangeEndpoint(SoapIntake intake) {
        this.intake = intake;
    }

    @Override
    public SubmitDocumentResponse submitDocument(SubmitDocument request) throws SubmitDocumentFault_Exception {
        ApiClient client = PhaseInterceptorChain.getCurrentMessage().getExchange().get(ApiClient.class);
        if (request.getMessageId() == null || !request.getMessageId().matches("[!-~]{1,128}")) {
            throw Faults.fault(ExchangeFaultCode.INVALID_MESSAGE_ID, "messageId must be 1 to 128 printable characters without blanks");
        }
        if (request.getMediaType() == null || !request.getMediaType().matches("[\\w.+-]+/[\\w.+-]+(\\s*;[ -~]{1,100})?")) {
            throw Faults.fault(ExchangeFaultCode.INVALID_MEDIA_TYPE, "mediaType must be one, for example application/EDIFACT");
        }
        if (request.getDocument() == null) {
            throw Faults.fault(ExchangeFaultCode.EMPTY_DOCUMENT, "There is no document");
        }
        try (var bytes = new PushbackInputStream(request.getDocument().getInputStream())) {
            int first = bytes.read();
            if (first < 0) {
                throw Faults.fault(ExchangeFaultCode.EMPTY_DOCUMENT, "The document is empty");
            }
            bytes.unread(first);
            String name = request.getFileName() != null && request.getFileName().matches("[^/\\\\\\p{Cntrl}]{1,200}") ? request.getFileName() : null;
            Receipt receipt = intake.store(client, request.getMessageId(), request.getMediaType(), name, bytes);
            var response = new SubmitDocumentResponse();
            response.setReceiptId(receipt.interchange().toString());
            response.setDuplicate(receipt.duplicateTransport());
            return response;
        } catch (PayloadTooLarge tooLarge) {
            throw Faults.fault(ExchangeFaultCode.TOO_LARGE, "The document is larger than " + tooLarge.limit() + " bytes");
        } catch (Busy busy) {
            throw Faults.busy(SoapConfiguration.EXCHANGE_FAULT, busy);
        } catch (ChannelClosed closed) {
            throw Faults.fault(ExchangeFaultCode.NOT_AUTHORISED, "The channel of this organisation is closed");
        } catch (IOException | RuntimeException failure) {
            LOG.error("A document could not be stored", failure);
            throw Faults.fault(ExchangeFaultCode.TRY_AGAIN_LATER, "The document could not be stored, please repeat it later");
        }
    }
}

package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelClosed;
import io.tradelane.adapters.soap.bank.BankConfirmation;
import io.tradelane.adapters.soap.bank.ConfirmPayment;
import io.tradelane.adapters.soap.bank.ConfirmPaymentFault_Exception;
import io.tradelane.adapters.soap.bank.ConfirmPaymentResponse;
import io.tradelane.adapters.soap.bank.FaultCode;
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

/** The bank confirmation service: stores a camt.054 notification and answers under which id. Posting follows. */
@WebService(endpointInterface = "io.tradelane.adapters.soap.bank.BankConfirmation", serviceName = "BankConfirmationService",
        portName = "BankConfirmationPort", targetNamespace = "urn:tradelane:bank-confirmation:1",
        wsdlLocation = "classpath:wsdl/BankConfirmation.wsdl")
public final class BankConfirmationEndpoint implements BankConfirmation {
    private static final Logger LOG = LoggerFactory.getLogger(BankConfirmationEndpoint.class);

    private final SoapIntake intake;

    BankConfirmationEndpoint(SoapIntake intake) {
        this.intake = intake;
    }

    @Override
    public ConfirmPaymentResponse confirmPayment(ConfirmPayment request) throws ConfirmPaymentFault_Exception {
        ApiClient client = PhaseInterceptorChain.getCurrentMessage().getExchange().get(ApiClient.class);
        if (request.getMessageId() == null || !request.getMessageId().matches("[!-~]{1,128}")) {
            throw Faults.fault(FaultCode.INVALID_MESSAGE_ID, "messageId must be 1 to 128 printable characters without blanks");
        }
        if (request.getNotification() == null) {
            throw Faults.fault(FaultCode.EMPTY_NOTIFICATION, "There is no notification");
        }
        try (var bytes = new PushbackInputStream(request.getNotification().getInputStream())) {
            int first = bytes.read();
            if (first < 0) {
                throw Faults.fault(FaultCode.EMPTY_NOTIFICATION, "The notification is empty");
            }
            bytes.unread(first);
            Receipt receipt = intake.store(client, request.getMessageId(), "application/xml", null, bytes);
            var response = new ConfirmPaymentResponse();
            response.setReceiptId(receipt.interchange().toString());
            response.setDuplicate(receipt.duplicateTransport());
            return response;
        } catch (PayloadTooLarge tooLarge) {
            throw Faults.fault(FaultCode.TOO_LARGE, "The notification is larger than " + tooLarge.limit() + " bytes");
        } catch (ChannelClosed closed) {
            throw Faults.fault(FaultCode.NOT_AUTHORISED, "The channel of this organisation is closed");
        } catch (Busy busy) {
            throw Faults.busy(SoapConfiguration.BANK_FAULT, busy);
        } catch (IOException | RuntimeException failure) {
            LOG.error("A notification could not be stored", failure);
            throw Faults.fault(FaultCode.TRY_AGAIN_LATER, "The notification could not be stored, please repeat it later");
        }
    }
}

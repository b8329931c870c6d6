package io.tradelane.portal.chat;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.chat.Subject;

/** What can be spoken about, by its word in an address: who may not see the document does not see what is said of it either. */
final class ChatSubjects {

    private ChatSubjects() {}

    static Subject of(String word) {
        Subject subject = NotFound.orElse404(Constants.of(Subject.class, word));
        if (!mayRead(subject, Caller.current())) {
            throw new NotFound();
        }
        return subject;
    }

    static boolean mayRead(Subject subject, Caller caller) {
        return caller.may(switch (subject) {
            case INVITATION, QUOTE -> Permission.RFQ_VIEW;
            case CONTRACT -> Permission.CONTRACT_VIEW;
            case ORDER, SHIPMENT -> Permission.ORDER_VIEW;
            case INVOICE -> Permission.INVOICE_VIEW;
        });
    }
}

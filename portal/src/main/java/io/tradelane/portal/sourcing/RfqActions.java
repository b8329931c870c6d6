package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.sourcing.InviteeState;
import io.tradelane.trading.sourcing.RfqState;
import io.tradelane.trading.sourcing.RfqView;

/** What the caller can do on a request now. */
record RfqActions(
        boolean buyer, boolean edit, boolean publish, boolean amend, boolean extend, boolean close, boolean round, boolean award, boolean cancel, boolean copy,
        boolean answer, boolean quote, boolean decline, boolean ask) {

    static RfqActions of(RfqView rfq, Caller caller) {
        boolean buyer = caller.isSelf(rfq.buyer().id());
        boolean runs = buyer && caller.may(Permission.RFQ_PUBLISH);
        RfqState state = rfq.state();
        RfqView.Invitee mine = caller.organisation() == null ? null : rfq.invitee(caller.organisation());
        boolean sells = mine != null && caller.may(Permission.QUOTE_WRITE) && rfq.bidding();
        boolean open = state == RfqState.OPEN && rfq.bidding();
        return new RfqActions(buyer, runs && state == RfqState.DRAFT, runs && state == RfqState.DRAFT, runs && open, runs && open,
                runs && open && rfq.allAnswered(), runs && state == RfqState.EVALUATION && rfq.round() < rfq.roundsMax(),
                buyer && caller.may(Permission.RFQ_AWARD) && (state == RfqState.EVALUATION || state == RfqState.NEGOTIATING),
                runs && (state == RfqState.DRAFT || state == RfqState.OPEN || state == RfqState.EVALUATION || state == RfqState.NEGOTIATING),
                runs && (state == RfqState.CANCELLED || state == RfqState.NO_BIDS || state == RfqState.COMPLETED), runs && open,
                sells && mine.shortlisted(), sells && state == RfqState.OPEN && (mine.state() == InviteeState.INVITED || mine.state() == InviteeState.VIEWED),
                sells && state == RfqState.OPEN);
    }
}

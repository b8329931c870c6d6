package io.tradelane.trading.admission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far a company is on its way in, and what may happen next. */
public enum AdmissionState {
    /** The link of the mail was not opened yet. */
    UNCONFIRMED,
    /** Fills in its profile. */
    REGISTERED,
    SUBMITTED,
    UNDER_REVIEW,
    /** The reviewer asked for more. */
    INFO_REQUESTED,
    /** Admitted; its first administrator is invited. */
    QUALIFIED,
    /** Its first administrator has joined: the company trades. */
    ACTIVE,
    REJECTED,
    /** Never confirmed. */
    LAPSED;

    public enum Event {
        CONFIRM,
        SUBMIT,
        START_REVIEW,
        REQUEST_INFO,
        APPROVE,
        REJECT,
        JOIN,
        LAPSE
    }

    private static final Map<Event, Map<AdmissionState, AdmissionState>> TABLE = Map.of(
            Event.CONFIRM, Map.of(UNCONFIRMED, REGISTERED),
            Event.SUBMIT, Map.of(REGISTERED, SUBMITTED, INFO_REQUESTED, UNDER_REVIEW),
            Event.START_REVIEW, Map.of(SUBMITTED, UNDER_REVIEW),
            Event.REQUEST_INFO, Map.of(UNDER_REVIEW, INFO_REQUESTED),
            Event.APPROVE, Map.of(UNDER_REVIEW, QUALIFIED),
            Event.REJECT, Map.of(SUBMITTED, REJECTED, UNDER_REVIEW, REJECTED, INFO_REQUESTED, REJECTED),
            Event.JOIN, Map.of(QUALIFIED, ACTIVE),
            Event.LAPSE, Map.of(UNCONFIRMED, LAPSED));

    /** Where the event leads from here; empty if it must not happen. */
    public Optional<AdmissionState> after(Event event) {
        return Optional.ofNullable(TABLE.get(event).get(this));
    }

    /** Whether the applicant may change what the application says. */
    public boolean open() {
        return Set.of(REGISTERED, INFO_REQUESTED).contains(this);
    }
}

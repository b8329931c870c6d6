package io.tradelane.routes.failure;

import io.tradelane.trading.shared.TransientFailure;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The failure policy every route of the hub names. Wrong content never gets here: it is a result. What may pass is tried
 * again with back-off at the step that failed; what does not pass, and everything else, ends at the route's own
 * {@code direct:} named in the property {@link #GIVE_UP}, where an incident is raised for a person.
 */
@Component
public class FailurePolicy extends RouteConfigurationBuilder {
    public static final String ID = "failure-policy";
    /** Exchange property: endpoint that takes what was given up, with the cause in {@code Exchange.EXCEPTION_CAUGHT}. */
    public static final String GIVE_UP = "tradelane.give-up";
    /** Exchange property: id of the interchange or message the exchange is about. */
    public static final String SUBJECT = "tradelane.subject";

    private static final int TRIES = 6;

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(TransientFailure.class, TransientDataAccessException.class, CannotCreateTransactionException.class)
                .maximumRedeliveries(TRIES)
                .redeliveryDelay(100)
                .useExponentialBackOff()
                .backOffMultiplier(3)
                .maximumRedeliveryDelay(10_000)
                .retryAttemptedLogLevel(LoggingLevel.INFO)
                .handled(true)
                .toD("${exchangeProperty." + GIVE_UP + "}")
                .end()
                .onException(Exception.class)
                .handled(true)
                .logExhaustedMessageHistory(false)
                .logStackTrace(true)
                .toD("${exchangeProperty." + GIVE_UP + "}")
                .end();
    }
}

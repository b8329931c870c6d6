package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.TransientFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins every transaction by setting {@code app.org_id}, {@code app.user_id} and {@code app.scope} from {@link Tenancy}.
 * The settings are local to the transaction, so a pooled connection never carries them over to the next borrower.
 */
public class TenantTransactionManager extends JdbcTransactionManager {

    public TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Session session = new Session(connection());
        try {
            Tenancy.find().ifPresent(session);
        } catch (RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw failure;
        }
        Tenancy.session(session);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        Consumer<@Nullable Actor> session = Tenancy.session();
        Tenancy.session(null);
        return new Suspended(super.doSuspend(transaction), session);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        Suspended suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.resources());
        Tenancy.session(suspended.session());
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        Tenancy.session(null);
        super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object resources, @Nullable Consumer<@Nullable Actor> session) {}

    private Connection connection() {
        ConnectionHolder holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new IllegalStateException("the transaction has no connection");
        }
        return holder.getConnection();
    }

    /** @param organisation only where it decides what may be seen: an actor of scope HUB may change whom it acts for at no cost */
    private record Settings(String organisation, String user, String scope) {
        static Settings of(@Nullable Actor actor) {
            return actor == null ? new Settings("", "", "")
                    : new Settings(actor.scope() == Tenancy.Scope.ORGANISATION ? text(actor.organisation()) : "", text(actor.user()), actor.scope().name());
        }

        private static String text(@Nullable UUID id) {
            return id == null ? "" : id.toString();
        }
    }

    /** What the session was told last; it is not told again what it knows. */
    private static final class Session implements Consumer<@Nullable Actor> {
        /**
         * The hub looks up single rows, again and again by the same statements: their plans are made once, for to plan some of
         * them costs ten times what it costs to run them. What people search for is planned for what they ask.
         */
        private static final String TELL = """
                select set_config('app.org_id', ?, true), set_config('app.user_id', ?, true), set_config('app.scope', ?, true),
                       set_config('plan_cache_mode', ?, true)
                """;
        private final Connection connection;
        private @Nullable Settings told;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void accept(@Nullable Actor actor) {
            Settings settings = Settings.of(actor);
            if (settings.equals(told)) {
                return;
            }
            told = null;
            try (PreparedStatement statement = connection.prepareStatement(TELL)) {
                statement.setString(1, settings.organisation());
                statement.setString(2, settings.user());
                statement.setString(3, settings.scope());
                statement.setString(4, settings.scope().equals(Tenancy.Scope.HUB.name()) ? "force_generic_plan" : "auto");
                statement.execute();
            } catch (SQLException failure) {
                throw new TransientFailure("the database session did not accept the actor", failure);
            }
            told = settings;
        }
    }
}

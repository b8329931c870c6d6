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
        Connection connection = connection();
        try {
            Tenancy.find().ifPresent(actor -> tell(connection, actor));
        } catch (RuntimeException failure) {
            doCleanupAfterCompletion(transaction);
            throw failure;
        }
        Tenancy.session(actor -> tell(connection, actor));
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

    private static void tell(Connection connection, @Nullable Actor actor) {
        String sql = "select set_config('app.org_id', ?, true), set_config('app.user_id', ?, true), set_config('app.scope', ?, true)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, actor == null ? "" : text(actor.organisation()));
            statement.setString(2, actor == null ? "" : text(actor.user()));
            statement.setString(3, actor == null ? "" : actor.scope().name());
            statement.execute();
        } catch (SQLException failure) {
            throw new TransientFailure("the database session did not accept the actor", failure);
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}

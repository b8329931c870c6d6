package io.tradelane.trading.contract;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Templates of contracts: a company's own, and the operator's. A contract keeps its own text; a template changed later changes none. */
@Service
@Transactional
public class ContractTemplates {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 100;
    private static final int MOST_CLAUSES = 60;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContractTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param clauses by their order */
    public record Form(ContractType type, String nameEn, String nameZh, List<Clause> clauses, Map<String, String> params) {}

    /** The caller's own first, then the operator's. */
    @Transactional(readOnly = true)
    public List<ContractTemplate> list() {
        return jdbc.sql("select * from contract_template order by owner_org_id is null, name_en, id").query(ContractTemplates::template).list();
    }

    @Transactional(readOnly = true)
    public Optional<ContractTemplate> find(UUID id) {
        return jdbc.sql("select * from contract_template where id = :id").param("id", id).query(ContractTemplates::template).optional();
    }

    /** A company's own; the operator's people write those for everybody. */
    public CommandResult create(Form form) {
        List<CommandResult.Problem> problems = problems(form);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into contract_template (id, owner_org_id, type, name_en, name_zh, clauses, params, created_at)
                        values (:id, :owner, :type, :nameEn, :nameZh, cast(:clauses as jsonb), cast(:params as jsonb), :now)
                        """)
                .param("id", id).param("owner", owner()).param("type", form.type().name()).param("nameEn", form.nameEn()).param("nameZh", form.nameZh())
                .param("clauses", MAPPER.writeValueAsString(form.clauses())).param("params", ContractTwin.params(form.params()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new CommandResult.Done(id, 1);
    }

    public CommandResult write(UUID id, Form form, int expectedVersion) {
        Optional<ContractTemplate> found = find(id).filter(this::mine);
        if (found.isEmpty()) {
            return new CommandResult.NotFound();
        }
        List<CommandResult.Problem> problems = problems(form);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        int changed = jdbc.sql("""
                        update contract_template set name_en = :nameEn, name_zh = :nameZh, clauses = cast(:clauses as jsonb), params = cast(:params as jsonb),
                            version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id).param("nameEn", form.nameEn()).param("nameZh", form.nameZh()).param("clauses", MAPPER.writeValueAsString(form.clauses()))
                .param("params", ContractTwin.params(form.params())).param("version", expectedVersion)
                .update();
        return changed == 1 ? new CommandResult.Done(id, expectedVersion + 1) : new CommandResult.StaleVersion(found.get().version());
    }

    public CommandResult remove(UUID id) {
        if (find(id).filter(this::mine).isEmpty()) {
            return new CommandResult.NotFound();
        }
        jdbc.sql("delete from contract_template where id = :id").param("id", id).update();
        return new CommandResult.Done(id, 0);
    }

    /** Whether the caller may change it. */
    public boolean mine(ContractTemplate template) {
        return template.owner() == null ? Tenancy.current().scope() != Scope.ORGANISATION && Tenancy.current().scope() != Scope.AUDITOR
                : template.owner().equals(owner());
    }

    private static @Nullable UUID owner() {
        return Tenancy.current().scope() == Scope.ORGANISATION ? Tenancy.current().organisation() : null;
    }

    private static List<CommandResult.Problem> problems(Form form) {
        List<CommandResult.Problem> problems = new ArrayList<>();
        if (form.nameEn().isBlank() || form.nameZh().isBlank()) {
            problems.add(new CommandResult.Problem("nameEn", "both-languages"));
        }
        if (form.nameEn().length() > LONGEST_NAME || form.nameZh().length() > LONGEST_NAME) {
            problems.add(new CommandResult.Problem("nameEn", "tooLong"));
        }
        if (form.clauses().isEmpty() || form.clauses().size() > MOST_CLAUSES) {
            problems.add(new CommandResult.Problem("clauses", form.clauses().isEmpty() ? "required" : "too-many"));
        }
        return problems;
    }

    private static ContractTemplate template(ResultSet row, int number) throws SQLException {
        try {
            return new ContractTemplate(row.getObject("id", UUID.class), row.getObject("owner_org_id", UUID.class), ContractType.valueOf(row.getString("type")),
                    row.getString("name_en"), row.getString("name_zh"), MAPPER.readValue(row.getString("clauses"), new TypeReference<List<Clause>>() {}),
                    ContractTwin.params(row.getString("params")), row.getInt("version"));
        } catch (JacksonException broken) {
            throw new SQLException("clauses that are no JSON", broken);
        }
    }
}

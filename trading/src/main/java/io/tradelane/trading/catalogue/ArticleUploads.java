package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUpload.Row;
import io.tradelane.trading.catalogue.ArticleUpload.State;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of articles. A file is first read, and it is shown what each row would do; then what is right in it is applied, all in one transaction: a
 * process that is killed has applied nothing, and whoever comes next begins again.
 */
@Service
@Transactional
public class ArticleUploads {
    public static final int MOST_ROWS = 50_000;
    public static final int MOST_BYTES = 20 << 20;
    private static final int BATCH = 500;
    private final ArticleUploadRepository repository;
    private final UploadCheck check;
    private final UploadApplication application;
    private final TransactionTemplate apart;
    private final Clock clock;

    ArticleUploads(ArticleUploadRepository repository, UploadCheck check, UploadApplication application, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.check = check;
        this.application = application;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A table as it stands in the file. @param problem why it cannot be read, as a code @param rows with their numbers in the file, from 1 */
    public record Content(List<String> header, List<Line> rows, @Nullable String problem) {
        public record Line(int number, List<String> cells) {}
    }

    /** @param xlsx what its content is, whatever its name says */
    public UUID take(UUID supplier, String fileName, boolean xlsx, byte[] content) {
        UUID id = Ids.next();
        repository.insert(id, supplier, fileName, xlsx, content, Tenancy.current().name(), clock.instant());
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<ArticleUpload> find(UUID id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public List<ArticleUpload> list(UUID supplier, int limit) {
        return repository.list(supplier, limit);
    }

    /** @param outcome null: any @param after number of the row before */
    @Transactional(readOnly = true)
    public List<Row> rows(UUID upload, @Nullable Outcome outcome, int after, int limit) {
        return repository.rows(upload, outcome, after, limit);
    }

    /** Asks for what is right in it to be applied. @return whether it was waiting for that */
    public boolean ask(UUID upload) {
        return repository.move(upload, State.PREVIEW, State.APPLYING);
    }

    /** What there is to do, after a restart too. Under scope HUB. */
    @Transactional(readOnly = true)
    public List<UUID> open() {
        return repository.open();
    }

    /** The bytes of one that is to be read. */
    @Transactional(readOnly = true)
    public byte[] content(UUID upload) {
        return repository.content(upload);
    }

    /** Says what each row would do. Does nothing when somebody else works on it. Under scope HUB. */
    public void read(UUID id, Content content) {
        ArticleUpload upload = mine(id, State.READING);
        if (upload == null) {
            return;
        }
        String problem = content.problem() != null ? content.problem() : content.rows().size() > MOST_ROWS ? "TABLE_TOO_LARGE" : content.rows().isEmpty() ? "TABLE_EMPTY" : null;
        UploadCheck.Session session = problem == null ? check.begin(upload.supplier(), content.header()) : null;
        if (session == null || !session.readable()) {
            repository.refuse(id, problem == null ? "COLUMN_MISSING" : problem);
            return;
        }
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        for (int start = 0; start < content.rows().size(); start += BATCH) {
            List<ArticleUploadRepository.NewRow> rows = check.check(session, content.rows().subList(start, Math.min(content.rows().size(), start + BATCH)));
            rows.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
            repository.insertRows(id, rows);
            progress(id, start + rows.size(), content.rows().size());
        }
        finish(id, State.PREVIEW, content.header(), content.rows().size(), counts);
    }

    /** Applies what is right. Does nothing when somebody else works on it. Under scope HUB. */
    public void apply(UUID id) {
        ArticleUpload upload = mine(id, State.APPLYING);
        if (upload == null) {
            return;
        }
        int todo = upload.created() + upload.updated();
        Map<Outcome, Integer> counts = new LinkedHashMap<>(Map.of(Outcome.UNCHANGED, upload.unchanged(), Outcome.WRONG, upload.wrong()));
        int after = 0;
        int done = 0;
        List<ArticleUploadRepository.Said> batch = repository.said(id, after, BATCH);
        while (!batch.isEmpty()) {
            List<ArticleUploadRepository.Said> rows = batch;
            Map<Integer, String> failed = Tenancy.call(Actor.hub(upload.supplier(), upload.createdBy(), Source.PORTAL), () -> application.apply(upload.supplier(), rows));
            failed.forEach((number, code) -> repository.wrong(id, number, List.of(new CellProblem("", "", code))));
            rows.forEach(row -> counts.merge(failed.containsKey(row.number()) ? Outcome.WRONG : row.outcome(), 1, Integer::sum));
            done += rows.size();
            after = rows.getLast().number();
            progress(id, done, todo);
            batch = repository.said(id, after, BATCH);
        }
        finish(id, State.APPLIED, upload.header(), upload.total(), counts);
    }

    private @Nullable ArticleUpload mine(UUID id, State state) {
        return repository.claim(id) ? repository.find(id).filter(found -> found.state() == state).orElse(null) : null;
    }

    private void finish(UUID id, State state, List<String> header, int total, Map<Outcome, Integer> counts) {
        repository.finish(id, state, header, total, counts.getOrDefault(Outcome.CREATE, 0), counts.getOrDefault(Outcome.UPDATE, 0), counts.getOrDefault(Outcome.UNCHANGED, 0),
                counts.getOrDefault(Outcome.WRONG, 0));
    }

    /** In a transaction of its own, so that people see it. */
    private void progress(UUID id, int done, int total) {
        apart.executeWithoutResult(status -> repository.progress(id, done, total));
    }

    /** A supplier's articles as such a file, all columns; written and read again it changes nothing. */
    @Transactional(readOnly = true)
    public List<List<String>> export(UUID supplier) {
        return new ArrayList<>(check.export(supplier));
    }
}

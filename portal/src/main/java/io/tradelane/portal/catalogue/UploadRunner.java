package io.tradelane.portal.catalogue;

import io.tradelane.mappings.table.TableText;
import io.tradelane.trading.catalogue.ArticleUpload.State;
import io.tradelane.trading.catalogue.ArticleUploads;
import io.tradelane.trading.catalogue.ArticleUploads.Content;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through uploaded files, one after the other. What another process left when it was killed is begun again; what fails once more is looked at at the next turn. */
@Component
class UploadRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UploadRunner.class);
    private static final long SECONDS = 5;
    private final ArticleUploads uploads;
    private volatile ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("article-uploads").daemon().factory());
    private volatile boolean running;

    UploadRunner(ArticleUploads uploads) {
        this.uploads = uploads;
    }

    /** Something has come: do not wait for the next turn. */
    void wake() {
        executor.execute(this::run);
    }

    private void run() {
        try {
            Tenancy.run(Actor.hub(), () -> uploads.open().forEach(this::work));
        } catch (RuntimeException failure) {
            LOG.warn("articles that were uploaded have to wait", failure);
        }
    }

    private void work(UUID id) {
        try {
            State state = uploads.find(id).orElseThrow().state();
            if (state == State.READING) {
                uploads.read(id, content(uploads.content(id)));
            } else if (state == State.APPLYING) {
                uploads.apply(id);
            }
        } catch (RuntimeException failure) {
            LOG.error("the upload {} of articles failed", id, failure);
        }
    }

    private static Content content(byte[] bytes) {
        TableText table = TableText.read(bytes, ArticleUploads.MOST_ROWS);
        return new Content(table.header(), table.rows().stream().map(row -> new Content.Line(row.number(), row.cells())).toList(),
                table.problem() == null ? null : table.problem().code().name());
    }

    @Override
    public void start() {
        if (executor.isShutdown()) {
            executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("article-uploads").daemon().factory());
        }
        executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

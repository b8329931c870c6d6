package io.tradelane.trading.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners as files, out and in: an import is tried, and its differences shown, before it is done; then it is done as a whole. */
@Service
public class PartnerFiles {
    private final PartnerExport export;
    private final PartnerImport imports;
    private final TransactionTemplate transaction;

    PartnerFiles(PartnerExport export, PartnerImport imports, PlatformTransactionManager transactions) {
        this.export = export;
        this.imports = imports;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empty if there is no such partner. */
    public Optional<PartnerFile> export(UUID partner) {
        return transaction.execute(status -> export.of(partner));
    }

    /** Does it and takes it back: what is shown is what would happen. @param secrets values by placeholder */
    public PartnerImportReport preview(PartnerFile file, Map<String, String> secrets) {
        return fitting(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            return imports.run(file, secrets, false);
        }));
    }

    /** Does all of it, or nothing if there is a problem. The same file again changes nothing. */
    public PartnerImportReport apply(PartnerFile file, Map<String, String> secrets) {
        return fitting(() -> transaction.execute(status -> {
            PartnerImportReport report = imports.run(file, secrets, true);
            if (!report.applied()) {
                status.setRollbackOnly();
            }
            return report;
        }));
    }

    /** What only the database can see, such as versions that overlap, is a problem of the file too. */
    private static PartnerImportReport fitting(Supplier<PartnerImportReport> imported) {
        try {
            return imported.get();
        } catch (DataIntegrityViolationException conflict) {
            String text = String.valueOf(conflict.getMostSpecificCause().getMessage()).lines().findFirst().orElse("");
            return new PartnerImportReport(null, false, List.of(), List.of(new PartnerImportReport.Problem("", "conflict", text)), List.of());
        }
    }
}

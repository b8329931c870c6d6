package io.tradelane.portal.catalogue;

import io.tradelane.mappings.table.TableOutput;
import io.tradelane.mappings.table.TableWriter;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleUpload;
import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.catalogue.ArticleUpload.Outcome;
import io.tradelane.trading.catalogue.ArticleUpload.Row;
import io.tradelane.trading.catalogue.ArticleUploads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Articles as files: those of a supplier, and the rows of an upload that were wrong, with what is wrong in a column of its own. */
@Component
class UploadFiles {
    private static final int PART = 5000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final ArticleUploads uploads;
    private final Words words;

    UploadFiles(ArticleUploads uploads, Words words) {
        this.uploads = uploads;
        this.words = words;
    }

    ResponseEntity<byte[]> own(UUID supplier, boolean xlsx) {
        List<List<String>> rows = uploads.export(supplier);
        TableOutput table = new TableOutput();
        List<String> header = rows.getFirst();
        if (rows.size() == 1) {
            fill(table.row(), header, List.of());
        }
        rows.stream().skip(1).forEach(row -> fill(table.row(), header, row));
        return file(table, xlsx, "articles");
    }

    /** The same columns as in the file that came, and one more. */
    ResponseEntity<byte[]> corrected(ArticleUpload upload) {
        TableOutput table = new TableOutput();
        int after = 0;
        List<Row> part = uploads.rows(upload.id(), Outcome.WRONG, after, PART);
        while (!part.isEmpty()) {
            part.forEach(row -> {
                TableOutput.Row written = table.row();
                fill(written, upload.header(), row.cells());
                written.set(words.text("upload.error"), row.problems().stream().map(this::said).collect(Collectors.joining("; ")));
            });
            after = part.getLast().number();
            part = uploads.rows(upload.id(), Outcome.WRONG, after, PART);
        }
        return file(table, upload.xlsx(), upload.fileName().replaceAll("\\.\\w+$", "") + "-" + words.text("upload.error"));
    }

    /** {@code Price “abc”: Enter a number. (number)}. */
    public String said(CellProblem problem) {
        String place = problem.column().isEmpty() ? "" : problem.column() + (problem.value().isEmpty() ? "" : " “" + problem.value() + "”") + ": ";
        return place + words.textOr("problem." + problem.code(), problem.code()) + " (" + problem.code() + ")";
    }

    private static void fill(TableOutput.Row row, List<String> header, List<String> cells) {
        for (int i = 0; i < header.size(); i++) {
            row.set(header.get(i).isBlank() ? "#" + (i + 1) : header.get(i), i < cells.size() ? plain(cells.get(i)) : "");
        }
    }

    /** Without the apostrophe that the writer will set again. */
    private static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }

    private static ResponseEntity<byte[]> file(TableOutput table, boolean xlsx, String name) {
        byte[] bytes = xlsx ? TableWriter.xlsx(table, "Articles") : TableWriter.csv(table);
        String safe = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_") + (xlsx ? ".xlsx" : ".csv");
        return ResponseEntity.ok().contentType(xlsx ? XLSX : CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(safe, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }
}

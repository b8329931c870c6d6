package io.tradelane.portal.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Text on pages of A4, one below the other, in a font that has Chinese (GB 2312), Latin, Greek and Cyrillic; of the font only the
 * characters used go into the file. A character it lacks is shown as □.
 */
public final class PdfText implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LABEL = 170;
    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private @Nullable PDPageContentStream page;
    private float y;

    public PdfText(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Tradelane");
        try (InputStream in = Objects.requireNonNull(PdfText.class.getResourceAsStream("NotoSansSC-subset.ttf"))) {
            font = PDType0Font.load(document, in, true);
        }
    }

    public void heading(String text) {
        paragraph(text, 18, 0, WIDTH);
        y -= 6;
    }

    public void section(String text) {
        y -= 10;
        room(40);
        paragraph(text, 12, 0, WIDTH);
        y -= 2;
    }

    public void strong(String text) {
        y -= 4;
        paragraph(text, 9.5f, 0, WIDTH);
    }

    public void line(String text) {
        paragraph(text, 9, 0, WIDTH);
    }

    public void code(String text) {
        paragraph(text, 8, 12, WIDTH - 12);
    }

    /** A label, and beside it a value that may go over several lines. */
    public void fact(String label, String value) {
        List<String> left = wrap(label, 9, LABEL - 8);
        List<String> right = wrap(value, 9, WIDTH - LABEL);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            room(13);
            if (i < left.size()) {
                show(left.get(i), 9, 0);
            }
            if (i < right.size()) {
                show(right.get(i), 9, LABEL);
            }
            y -= 13;
        }
    }

    /** Cells side by side, each over several lines if need be; a row is never parted by the end of a page. @param widths negative: right-aligned */
    public void row(List<String> cells, float... widths) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), 8.5f, Math.abs(widths[i]) - 6));
        }
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(0);
        room(lines * 12f + 2);
        for (int n = 0; n < lines; n++) {
            float x = 0;
            for (int i = 0; i < widths.length; i++) {
                String text = n < wrapped.get(i).size() ? wrapped.get(i).get(n) : "";
                float wide = (float) text.codePoints().mapToDouble(this::width).sum() * 8.5f / 1000;
                show(text, 8.5f, widths[i] < 0 ? x - widths[i] - 6 - wide : x);
                x += Math.abs(widths[i]);
            }
            y -= 12;
        }
        y -= 2;
    }

    /** At the foot of each page: the text, which page it is and of how many. */
    public void number(String text) throws IOException {
        if (page != null) {
            page.close();
        }
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            page = new PDPageContentStream(document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            y = MARGIN - 14;
            show(text + "   " + (i + 1) + " / " + pages, 7.5f, 0);
            page.close();
        }
        page = null;
    }

    /** A file that travels in this one. */
    public void attach(String name, String mediaType, byte[] content) throws IOException {
        PdfAttachment.add(document, name, mediaType, content);
    }

    public byte[] bytes() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void paragraph(String text, float size, float indent, float width) {
        for (String line : wrap(text, size, width)) {
            room(size * 1.5f);
            show(line, size, indent);
            y -= size * 1.5f;
        }
    }

    private void room(float height) {
        if (page != null && y - height > MARGIN) {
            return;
        }
        try {
            if (page != null) {
                page.close();
            }
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = PDRectangle.A4.getHeight() - MARGIN;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void show(String text, float size, float indent) {
        PDPageContentStream out = Objects.requireNonNull(page);
        try {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(MARGIN + indent, y - size);
            out.showText(text);
            out.endText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** At a blank where there is one, else anywhere: neither hashes nor Chinese have blanks. */
    private List<String> wrap(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (int point : text.codePoints().map(point -> known(font, point)).toArray()) {
            float wide = width(point) * size / 1000;
            if (used + wide > width && !line.isEmpty()) {
                int blank = line.lastIndexOf(" ");
                String rest = blank > 0 ? line.substring(blank + 1) : "";
                lines.add(blank > 0 ? line.substring(0, blank) : line.toString());
                line = new StringBuilder(rest);
                used = (float) rest.codePoints().mapToDouble(each -> width(each) * size / 1000).sum();
            }
            line.appendCodePoint(point);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(int point) {
        try {
            return font.getStringWidth(Character.toString(point));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The character, or □ for one that the font lacks. */
    public static int known(PDType0Font font, int point) {
        try {
            font.encode(Character.toString(point));
            return point;
        } catch (IOException | IllegalArgumentException lacking) {
            return '□';
        }
    }
}

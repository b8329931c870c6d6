package io.tradelane.portal.despatch;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import io.tradelane.portal.evidence.PdfText;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.ShipmentView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * Logistic labels, one page of A6 for each package: from whom to whom, what is in it, and the SSCC as GS1-128 behind its application identifier 00
 * (GS1 General Specifications, section 6).
 */
@Component
class PackageLabels {
    private static final float MARGIN = 18;
    private static final float WIDTH = PDRectangle.A6.getWidth() - 2 * MARGIN;
    private static final float BARCODE = 90;
    private static final int MOST_LINES = 8;
    private static final String FNC1 = "\u00f1";
    private final Words words;
    private final Formats formats;

    PackageLabels(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    byte[] of(ShipmentView shipment) {
        try (PDDocument document = new PDDocument(); InputStream in = Objects.requireNonNull(PdfText.class.getResourceAsStream("NotoSansSC-subset.ttf"))) {
            PDType0Font font = PDType0Font.load(document, in, true);
            List<ShipmentView.Package> packages = shipment.packages().stream().filter(unit -> unit.sscc() != null).toList();
            for (ShipmentView.Package unit : packages) {
                PDPage page = new PDPage(PDRectangle.A6);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    new Label(out, font).draw(shipment, unit, packages.size());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One page, from its top down. */
    private final class Label {
        private final PDPageContentStream out;
        private final PDType0Font font;
        private float y = PDRectangle.A6.getHeight() - MARGIN;

        private Label(PDPageContentStream out, PDType0Font font) {
            this.out = out;
            this.font = font;
        }

        void draw(ShipmentView shipment, ShipmentView.Package unit, int of) throws IOException {
            line(words.text("label.from"), 7);
            line(words.name(shipment.supplier()), 11);
            line(words.text("label.to"), 7);
            line(words.name(shipment.buyer()), 14);
            line(words.text("label.shipment", shipment.number(), shipment.orders().stream().map(ShipmentView.OrderLink::number).collect(Collectors.joining(", "))), 8);
            line(words.text("label.package", unit.position(), of), 8);
            rule();
            if (!shipment.on(unit).isEmpty()) {
                line(words.text("label.holds", shipment.on(unit).size()), 11);
            }
            unit.lines().stream().limit(MOST_LINES).forEach(content -> contents(content));
            if (unit.lines().size() > MOST_LINES) {
                line(words.text("label.more", unit.lines().size() - MOST_LINES), 7);
            }
            barcode(Objects.requireNonNull(unit.sscc()));
        }

        private void contents(ShipmentView.Line content) {
            String number = content.buyerArticle() != null ? content.buyerArticle() : content.gtin() != null ? content.gtin() : content.supplierArticle();
            String batch = content.batch() == null ? "" : " · " + words.text("shipment.batch") + " " + content.batch();
            try {
                line(formats.number(content.shipped()) + " " + formats.unit(content.unit()) + "  " + number + "  " + (content.description() == null ? "" : content.description()) + batch, 8);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private void line(String text, float size) throws IOException {
            String shown = text.codePoints().map(point -> PdfText.known(font, point)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            while (!shown.isEmpty() && font.getStringWidth(shown) * size / 1000 > WIDTH) {
                shown = shown.substring(0, shown.length() - 1);
            }
            y -= size * 1.35f;
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(MARGIN, y);
            out.showText(shown);
            out.endText();
        }

        private void rule() throws IOException {
            y -= 5;
            out.moveTo(MARGIN, y);
            out.lineTo(MARGIN + WIDTH, y);
            out.stroke();
            y -= 2;
        }

        /** A quiet zone of ten modules on either side, and the number below in the form that people read. */
        private void barcode(String sscc) throws IOException {
            BitMatrix bars = new Code128Writer().encode(FNC1 + "00" + sscc, BarcodeFormat.CODE_128, 1, 1);
            float module = WIDTH / (bars.getWidth() + 20);
            float bottom = MARGIN + 14;
            for (int x = 0; x < bars.getWidth(); x++) {
                if (bars.get(x, 0)) {
                    out.addRect(MARGIN + (x + 10) * module, bottom, module, BARCODE);
                }
            }
            out.fill();
            y = bottom - 1;
            line("(00) " + sscc, 10);
        }
    }
}

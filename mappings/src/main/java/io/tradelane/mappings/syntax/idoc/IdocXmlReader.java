package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** IDocs in XML, any number of elements IDOC below any root, or one as the root. */
final class IdocXmlReader {
    private static final String IDOC = "IDOC";

    private final InputStream bytes;
    private final Limits limits;
    private final LocalDate received;
    private final Consumer<Idoc> idocs;
    private final IdocReport service;
    /** The one before: when no other comes, the whole document is its own. */
    private @Nullable Made pending;
    private int count;
    private int segments;

    private record Made(IdocSegment control, List<IdocSegment> segments, long start, long end, IdocReport report) {}

    IdocXmlReader(InputStream bytes, Limits limits, LocalDate received, Consumer<Idoc> idocs) {
        this.bytes = bytes;
        this.limits = limits;
        this.received = received;
        this.idocs = idocs;
        this.service = new IdocReport(limits.messageFindings(), received);
    }

    /** @return what is wrong with the input as a whole */
    List<Finding> read() throws IOException {
        try {
            XmlCursor cursor = new XmlCursor(bytes, XmlLimits.of(limits), true);
            if (cursor.root().equals(IDOC)) {
                idoc(cursor);
            } else {
                cursor.children(name -> {
                    if (name.equals(IDOC)) {
                        idoc(cursor);
                    }
                });
            }
            cursor.finish();
            close(count == 0 ? cursor.bytes() : 0);
            if (count == 0) {
                service.add(IdocError.NOT_AN_IDOC, new Position(1, 1, 0, null, 0, 0, 0), null, null);
            }
        } catch (XmlRefused refused) {
            close(0);
            XmlReport report = new XmlReport(1);
            report.refused(refused);
            report.findings().forEach(service::add);
        }
        return service.findings();
    }

    /** @param whole length of the document where there is but one, else 0 */
    private void close(long whole) {
        Made made = pending;
        if (made == null) {
            return;
        }
        pending = null;
        Idoc idoc = new Idoc(made.control(), made.segments(), false, whole > 0 ? 0 : made.start(), whole > 0 ? whole : made.end(), made.report());
        count++;
        IdocCheck.check(idoc);
        idocs.accept(idoc);
    }

    private void idoc(XmlCursor cursor) throws IOException, XmlRefused {
        long start = cursor.offset();
        close(0);
        if (count >= limits.interchangeMessages()) {
            if (count == limits.interchangeMessages()) {
                service.add(IdocError.TOO_MANY_IDOCS, place(cursor, IDOC), null, Integer.toString(limits.interchangeMessages()));
            }
            return;
        }
        segments = 0;
        IdocReport report = new IdocReport(limits.messageFindings(), received);
        IdocSegment whole = new IdocSegment(ControlLayout.TYPE, place(cursor, IDOC), cursor.path() + "/" + ControlLayout.TYPE);
        List<IdocSegment> roots = new ArrayList<>();
        IdocSegment[] control = {whole};
        cursor.children(name -> {
            if (name.startsWith("EDI_DC")) {
                IdocSegment found = new IdocSegment(ControlLayout.TYPE, place(cursor, name), cursor.path());
                if (control[0] != whole) {
                    report.add(IdocError.CONTROL_RECORD_REPEATED, found, null, null, null);
                } else {
                    control[0] = found;
                }
                content(cursor, found, report);
            } else {
                IdocSegment segment = segment(cursor, name, report);
                if (segment != null) {
                    roots.add(segment);
                    content(cursor, segment, report);
                }
            }
        });
        pending = new Made(control[0], roots, start, cursor.endOffset(), report);
    }

    private Position place(XmlCursor cursor, String name) {
        return new Position(cursor.line(), cursor.column(), 0, name, segments, 0, 0);
    }

    /** {@code null} for one too many. */
    private @Nullable IdocSegment segment(XmlCursor cursor, String name, IdocReport report) {
        if (++segments > IdocReader.mostSegments(limits)) {
            if (segments == IdocReader.mostSegments(limits) + 1) {
                report.add(IdocError.TOO_MANY_SEGMENTS, place(cursor, name), null, Integer.toString(IdocReader.mostSegments(limits)));
            }
            return null;
        }
        return new IdocSegment(SegmentLayout.typeOf(name), place(cursor, name), cursor.path());
    }

    /** Elements with SEGMENT, elements or the name of a segment are segments below; the others fields. */
    private void content(XmlCursor cursor, IdocSegment segment, IdocReport report) throws IOException, XmlRefused {
        cursor.children(name -> {
            if (cursor.attribute("SEGMENT") != null || SegmentLayout.find(name) != null) {
                below(cursor, segment, name, report);
                return;
            }
            int line = cursor.line();
            int column = cursor.column();
            IdocSegment[] unmarked = {null};
            String text = cursor.textOr(inner -> {
                if (unmarked[0] == null) {
                    unmarked[0] = segment(cursor, name, report);
                    if (unmarked[0] != null) {
                        segment.add(unmarked[0]);
                    }
                }
                IdocSegment inside = unmarked[0];
                if (inside == null) {
                    return;
                }
                if (cursor.attribute("SEGMENT") != null || SegmentLayout.find(inner) != null) {
                    below(cursor, inside, inner, report);
                } else {
                    inside.put(inner, cursor.text(), cursor.line(), cursor.column());
                }
            });
            if (unmarked[0] == null) {
                segment.put(name, text, line, column);
            }
        });
    }

    private void below(XmlCursor cursor, IdocSegment above, String name, IdocReport report) throws IOException, XmlRefused {
        IdocSegment segment = segment(cursor, name, report);
        if (segment != null) {
            above.add(segment);
            content(cursor, segment, report);
        }
    }
}

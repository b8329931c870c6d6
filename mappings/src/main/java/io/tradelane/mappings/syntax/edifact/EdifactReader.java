package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads and checks interchanges in one pass. Whatever is wrong with the content becomes a finding; after it the reader
 * finds its way back, so that the messages around a bad one arrive. One reader reads one input.
 */
public final class EdifactReader {

    /**
     * @param interchanges begun
     * @param rejected interchanges whose envelope has an error
     * @param findings about the input as a whole and about all envelopes
     */
    public record Summary(int interchanges, int rejected, int messages, List<Finding> findings) {}

    private final SegmentScanner scanner;
    private final Segment segment;
    private final InterchangeReader interchange;
    private final Findings findings;
    private boolean strayReported;

    public EdifactReader(InputStream bytes, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.scanner = new SegmentScanner(bytes, limits);
        this.segment = scanner.segment();
        this.findings = new Findings(limits.messageFindings());
        this.interchange = new InterchangeReader(scanner, codeLists, limits, handler);
    }

    public Summary read() throws IOException {
        boolean more = begin();
        if (!more && interchange.tally().interchanges() == 0 && !findings.hasErrors()) {
            findings.add(EdifactError.EMPTY_INPUT, Position.NONE, null, null);
        }
        while (more) {
            SegmentScanner.Outcome outcome = whole(scanner.next());
            more = switch (outcome) {
                case SEGMENT -> interchange.take() == InterchangeReader.Next.SEGMENT
                        || !interchange.stopped() && begin();
                default -> {
                    interchange.cut(outcome);
                    yield false;
                }
            };
        }
        return interchange.tally().summary(findings.drain());
    }

    /** Where lines are segments, the end of the input ends the last. */
    private SegmentScanner.Outcome whole(SegmentScanner.Outcome outcome) {
        if (outcome != SegmentScanner.Outcome.ENDS_IN_SEGMENT) {
            return outcome;
        }
        byte terminator = segment.service.terminator();
        return terminator == '\n' || terminator == '\r' ? SegmentScanner.Outcome.SEGMENT : outcome;
    }

    /** Looks for the next interchange and reads its UNA. */
    private boolean begin() throws IOException {
        while (true) {
            scanner.use(ServiceString.DEFAULT, CharacterSet.UNOC);
            String start = latin(scanner.peek(9));
            if (start.isEmpty()) {
                return false;
            }
            scanner.countFromHere();
            if (start.startsWith("UNA") && start.length() == 9) {
                boolean missing = ServiceGuess.isShort(start.substring(3));
                scanner.take(missing ? 8 : 9);
                useServiceString(missing ? start.substring(3, 7) + " " + start.charAt(7) : start.substring(3));
                if (missing) {
                    assumed(ServiceString.of(start.substring(3, 7) + " " + start.charAt(7)));
                }
                return true;
            }
            if (start.startsWith("UNB")) {
                ServiceString guessed = ServiceGuess.of(latin(scanner.peek(ServiceGuess.LOOK)));
                interchange.begins(guessed == null ? ServiceString.DEFAULT : guessed, guessed != null);
                if (guessed != null) {
                    assumed(guessed);
                }
                return true;
            }
            if (!stray(start)) {
                return false;
            }
        }
    }

    private void assumed(ServiceString service) {
        Position here = new Position(scanner.line(), scanner.column(), scanner.offset(), "UNB", 0, 0, 0);
        interchange.report(EdifactError.SERVICE_STRING_ASSUMED, here, null, ServiceGuess.shown(service));
    }

    /** @return whether it is worth looking further: something was read before */
    private boolean stray(String start) throws IOException {
        EdifactError error =
                interchange.tally().interchanges() == 0 ? EdifactError.NOT_AN_INTERCHANGE : EdifactError.TEXT_OUTSIDE_INTERCHANGE;
        if (!strayReported) {
            strayReported = true;
            Position here = new Position(scanner.line(), scanner.column(), scanner.offset(), null, 0, 0, 0);
            findings.add(error, here, start.replaceAll("\\p{Cntrl}", " "), null);
        }
        return interchange.tally().interchanges() > 0 && scanner.next() == SegmentScanner.Outcome.SEGMENT;
    }

    private void useServiceString(String una) throws IOException {
        ServiceString service = ServiceString.of(una);
        String following = latin(scanner.peek(4));
        String problem = service.problem();
        if (problem == null && following.startsWith("UNB") && following.length() == 4
                && following.charAt(3) != (char) (service.element() & 0xff)) {
            problem = "\"" + following.charAt(3) + "\"";
        }
        if (problem != null) {
            Position una0 = new Position(scanner.line(), 4, scanner.offset(), SegmentTag.name(SegmentTag.UNA), 0, 0, 0);
            interchange.begins(ServiceString.DEFAULT, false);
            interchange.report(EdifactError.SERVICE_STRING_WRONG, una0, una, problem);
        } else {
            interchange.begins(service, true);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

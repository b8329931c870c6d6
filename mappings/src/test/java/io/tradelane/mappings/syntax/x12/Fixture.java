package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An interchange for a test, and what comes of reading it. */
final class Fixture implements InterchangeHandler {
    static final String ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECIPIENT      *260302*1000*U*00401*000000001*0*P*>~";
    static final String GS = "GS*PO*SENDER*RECIPIENT*20260302*1000*7*X*004010~";
    static final String ORDER = "BEG*00*SA*PO-1**20260302~N1*ST*Store*92*05~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~";

    final List<InterchangeHeader> interchanges = new ArrayList<>();
    final List<GroupHeader> groups = new ArrayList<>();
    final List<MessageEnd> sets = new ArrayList<>();
    EdifactReader.Summary summary;

    /** One order, with everything right. */
    static String order(String body) {
        long segments = body.chars().filter(c -> c == '~').count() + 2;
        return ISA + GS + "ST*850*0001~" + body + "SE*" + segments + "*0001~GE*1*7~IEA*1*000000001~";
    }

    static Fixture read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), Limits.defaults());
    }

    static Fixture read(byte[] bytes, Limits limits) {
        Fixture fixture = new Fixture();
        try {
            fixture.summary = new X12Reader(new ByteArrayInputStream(bytes), Strictness.LENIENT, limits, fixture).read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return fixture;
    }

    @Override
    public void interchange(InterchangeHeader header) {
        interchanges.add(header);
    }

    @Override
    public void group(GroupHeader group) {
        groups.add(group);
    }

    @Override
    public void messageEnd(MessageEnd end) {
        sets.add(end);
    }

    List<Finding> findings() {
        return Stream.concat(summary.findings().stream(), sets.stream().flatMap(set -> set.findings().stream())).toList();
    }

    /** Code and place: {@code ELEMENT_MISSING BEG03 2}. */
    List<String> told() {
        return findings().stream().map(finding -> finding.code().name() + " " + (finding.path() == null ? finding.position().segment() : finding.path())
                + " " + finding.position().segmentPosition()).toList();
    }
}

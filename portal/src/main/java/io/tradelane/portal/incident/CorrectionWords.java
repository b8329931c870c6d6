package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.CorrectionOutcome;

/** Why a correction was not taken. */
final class CorrectionWords {

    private CorrectionWords() {}

    static String of(Words words, CorrectionOutcome outcome) {
        return switch (outcome) {
            case CorrectionOutcome.Stale stale -> words.text("correction.stale");
            case CorrectionOutcome.Refused refused -> words.of(refused.why());
            case CorrectionOutcome.Submitted done -> words.text("resubmission.sent");
            case CorrectionOutcome.Waiting waiting -> words.text("resubmission.waits");
            case CorrectionOutcome.Dropped dropped -> words.text("correction.dropped");
        };
    }
}

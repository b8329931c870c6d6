package io.tradelane.mappings;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * EANCOM adds codes to the lists of the directory it is a subset of: those of its own end with E or begin with X, others came
 * into the standard's lists in a later directory. In a message whose association code says EANCOM they are known.
 */
final class EancomCodes {
    private static final String ASSOCIATION = "EAN";
    private static final Pattern OWN = Pattern.compile("\\d{1,2}E|[A-Z0-9]{2}E|X[A-Z0-9]{1,2}");

    private EancomCodes() {}

    static boolean adds(@Nullable String association, Finding finding) {
        String value = finding.value();
        return association != null && association.startsWith(ASSOCIATION)
                && finding.code() == EdifactError.CODE_UNKNOWN && value != null
                && (OWN.matcher(value).matches() || LaterCodes.have(finding));
    }
}

package io.tradelane.mappings.rules;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** What can be said about a document and the schema and rules it has to keep. */
public enum RuleError implements FindingCode {
    /** The standard code is the constraint of XML Schema: {@code cvc-complex-type.2.4.a}. */
    SCHEMA_VIOLATED(ERROR),
    /** The standard code is the rule's id: {@code BR-01}. */
    RULE_BROKEN(ERROR),
    /** The same of a rule that only advises. */
    RULE_NOT_FOLLOWED(WARNING),
    /** Too large, or so wrong that the rules themselves fail on it. */
    RULES_NOT_RUN(WARNING),
    /** A test set names a rule that does not do what it expects of it; the standard code is that rule's id. */
    EXPECTATION_NOT_MET(ERROR),
    TEST_SET_UNKNOWN(ERROR);

    private final Severity severity;

    RuleError(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    /** The same with the standard's own code. */
    FindingCode of(String standardCode) {
        return new Broken(this, standardCode);
    }

    /** One rule. */
    private record Broken(RuleError error, String standardCode) implements FindingCode {

        @Override
        public String name() {
            return error.name();
        }

        @Override
        public Severity severity() {
            return error.severity();
        }

        @Override
        public String bundle() {
            return error.bundle();
        }
    }
}

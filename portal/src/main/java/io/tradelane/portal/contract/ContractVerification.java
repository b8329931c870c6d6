package io.tradelane.portal.contract;

import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractState;
import io.tradelane.trading.contract.KnownPaper;
import io.tradelane.trading.partner.Tenancy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a file is, byte for byte, one that was made here, and what its signatures say. For whoever holds the file, or its SHA-256. */
@Component
class ContractVerification {
    private final Contracts contracts;
    private final ContractAuthority authority;

    ContractVerification(Contracts contracts, ContractAuthority authority) {
        this.contracts = contracts;
        this.authority = authority;
    }

    enum Verdict {
        /** Made here, and every signature in it is right. */
        WHOLE,
        /** Made here and right, but an authority is not known here, or a certificate was not valid. */
        DOUBTFUL,
        /** Made here; nobody has signed it. */
        UNSIGNED,
        /** Not made here: another file, or one of which something was changed. */
        UNKNOWN,
        BROKEN
    }

    /** @param number of the contract @param step how many have signed @param signatures of the two that a contract needs */
    record Origin(String number, String buyer, @Nullable String buyerLocal, String supplier, @Nullable String supplierLocal, ContractState state, int amendment, int step) {}

    /** @param sha256 hexadecimal @param origin {@code null}: not made here */
    record Report(String sha256, Verdict verdict, @Nullable Origin origin, List<PadesVerifier.Signature> signatures) {}

    Report of(byte[] file) {
        byte[] sha256 = sha256(file);
        Optional<KnownPaper> known = known(sha256);
        List<PadesVerifier.Signature> signatures = PadesVerifier.verify(file, authority.trusted());
        return new Report(HexFormat.of().formatHex(sha256), verdict(known, signatures), known.map(ContractVerification::origin).orElse(null), signatures);
    }

    /** Of a file made here, looked at as it is kept. Empty: no such file was made here. */
    Optional<Report> ofSha256(String hex) {
        return hex.matches("[0-9a-fA-F]{64}") ? known(HexFormat.of().parseHex(hex)).flatMap(paper ->
                Tenancy.call(Tenancy.Actor.hub(), () -> contracts.file(HexFormat.of().parseHex(hex))).map(this::of)) : Optional.empty();
    }

    private static Verdict verdict(Optional<KnownPaper> known, List<PadesVerifier.Signature> signatures) {
        if (signatures.stream().anyMatch(one -> one.indication() == PadesVerifier.Indication.TOTAL_FAILED)) {
            return Verdict.BROKEN;
        }
        if (known.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (signatures.size() != known.get().step()) {
            return Verdict.BROKEN;
        }
        return signatures.isEmpty() ? Verdict.UNSIGNED
                : signatures.stream().allMatch(one -> one.indication() == PadesVerifier.Indication.TOTAL_PASSED) ? Verdict.WHOLE : Verdict.DOUBTFUL;
    }

    private Optional<KnownPaper> known(byte[] sha256) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> contracts.known(sha256));
    }

    private static Origin origin(KnownPaper paper) {
        return new Origin(paper.contract().number(), paper.contract().buyer().name(), paper.contract().buyer().nameLocal(), paper.contract().supplier().name(),
                paper.contract().supplier().nameLocal(), paper.version().state(), paper.version().amendment(), paper.step());
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

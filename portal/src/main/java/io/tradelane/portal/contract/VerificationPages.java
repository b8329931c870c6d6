package io.tradelane.portal.contract;

import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Whether a file is what was signed: for everybody who holds it. */
@Page
class VerificationPages {
    static final int LARGEST_FILE = 5_000_000;
    private final ContractVerification verification;

    VerificationPages(ContractVerification verification) {
        this.verification = verification;
    }

    @GetMapping("/verification")
    String look(@RequestParam(defaultValue = "") String sha256, Model model) {
        model.addAttribute("sha256", sha256);
        if (!sha256.isBlank()) {
            model.addAttribute("report", verification.ofSha256(sha256.strip()).orElse(null));
            model.addAttribute("asked", true);
        }
        return "contract/verification";
    }

    @PostMapping("/verification")
    String upload(@RequestParam(name = "file", required = false) @Nullable MultipartFile file, Model model) throws IOException {
        model.addAttribute("sha256", "");
        if (file != null && !file.isEmpty() && file.getSize() <= LARGEST_FILE) {
            model.addAttribute("report", verification.of(file.getBytes()));
        }
        model.addAttribute("asked", true);
        return "contract/verification";
    }

    /** The same for programs. */
    @ApiController
    @Tag(name = "Contracts")
    static class Api {
        private final ContractVerification verification;

        Api(ContractVerification verification) {
            this.verification = verification;
        }

        @Operation(summary = "A PDF file of at most 5 MB: whether it was made here byte for byte, and what its signatures say")
        @PostMapping("/api/v1/contract-verifications")
        ContractVerification.Report verify(HttpServletRequest request) throws IOException {
            byte[] file = request.getInputStream().readNBytes(LARGEST_FILE + 1);
            if (file.length == 0 || file.length > LARGEST_FILE) {
                throw new NotFound();
            }
            return verification.of(file);
        }
    }
}

package io.tradelane.portal.contract;

import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The key with which the company signs. */
@Page
class SigningKeyPages {
    private final SigningKeys keys;
    private final Outcomes outcomes;

    SigningKeyPages(SigningKeys keys, Outcomes outcomes) {
        this.keys = keys;
        this.outcomes = outcomes;
    }

    /** What is shown of it. @param fingerprint SHA-256, hexadecimal */
    public record Facts(String subject, String issuer, Instant from, Instant to, String fingerprint) {

        static Facts of(SigningIdentity key) {
            return new Facts(key.subject(), key.certificate().getIssuerX500Principal().getName(), key.certificate().getNotBefore().toInstant(),
                    key.certificate().getNotAfter().toInstant(), key.fingerprint());
        }
    }

    @GetMapping("/contracts/key")
    String show(Model model) {
        model.addAttribute("key", keys.own().map(Facts::of).orElse(null));
        return "contract/key";
    }

    @PostMapping("/contracts/key")
    String issue(RedirectAttributes next) {
        outcomes.tell(keys.issue(), "contract.key.issued", next);
        return "redirect:/contracts/key";
    }

    @PostMapping("/contracts/key/upload")
    String upload(@RequestParam(name = "file", required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String password, RedirectAttributes next)
            throws IOException {
        outcomes.tell(keys.upload(file == null ? new byte[0] : file.getBytes(), password), "contract.key.uploaded", next);
        return "redirect:/contracts/key";
    }
}

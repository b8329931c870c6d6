package io.tradelane.adapters.calling;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.trading.shared.TransientFailure;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** @param body not more than the call took */
public record CallAnswer(int status, HttpHeaders headers, byte[] body) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean good() {
        return status / 100 == 2;
    }

    /** Whether the same may succeed later. */
    public boolean mayPass() {
        return status == 408 || status == 425 || status == 429 || status / 100 == 5;
    }

    /** What the answer to a delivery means. @param details beside the status @throws TransientFailure when another try may succeed */
    public DeliveryReceipt receipt(Map<String, String> details) {
        if (mayPass()) {
            throw new TransientFailure("The partner answered HTTP " + status);
        }
        var told = new HashMap<>(details);
        told.put("http.status", Integer.toString(status));
        var evidence = new Evidence(header("Content-Type").orElse("application/octet-stream"), body, told);
        return good() ? new DeliveryReceipt.Delivered(evidence) : new DeliveryReceipt.Refused("The partner answered HTTP " + status, evidence);
    }
}

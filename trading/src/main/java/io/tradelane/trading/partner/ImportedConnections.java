package io.tradelane.trading.partner;

import io.tradelane.trading.partner.PartnerFile.OwnCertificate;
import io.tradelane.trading.partner.PartnerFile.OwnChannel;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The certificates and channels of a file. */
@Component
class ImportedConnections {
    private final Certificates certificates;
    private final Channels channels;
    private final ObjectProvider<DoorCatalogue> doors;

    ImportedConnections(Certificates certificates, Channels channels, ObjectProvider<DoorCatalogue> doors) {
        this.certificates = certificates;
        this.channels = channels;
        this.doors = doors;
    }

    void certificates(UUID partner, List<OwnCertificate> given, ImportNotes notes) {
        for (int i = 0; i < given.size(); i++) {
            OwnCertificate one = given.get(i);
            String pointer = "/certificates/" + i;
            if (one.alias() == null || one.alias().isBlank() || one.use() == null || one.pem() == null || one.pem().contains("PRIVATE KEY")) {
                notes.problem(pointer, one.pem() != null && one.pem().contains("PRIVATE KEY") ? "private-key" : "required", one.alias());
                continue;
            }
            try {
                if (certificates.find(partner, one.use(), one.pem()).isPresent()) {
                    continue;
                }
                if (certificates.byAlias(partner, one.alias()).isPresent()) {
                    notes.problem(pointer + "/alias", "taken", one.alias());
                    continue;
                }
                certificates.add(partner, one.alias(), one.use(), one.pem(), null);
                notes.added(Part.CERTIFICATE, one.alias());
            } catch (IllegalArgumentException noCertificate) {
                notes.problem(pointer + "/pem", "certificate", one.alias());
            }
        }
    }

    /** @param values of secrets, by placeholder @param own whether the state of the file counts */
    void channels(UUID owner, String pointer, List<OwnChannel> given, Map<String, String> values, boolean own, ImportNotes notes) {
        for (int i = 0; i < given.size(); i++) {
            OwnChannel one = given.get(i);
            if (one.name() == null || one.name().isBlank() || one.door() == null || one.direction() == null) {
                notes.problem(pointer + "/" + i, "required", one.name());
                continue;
            }
            Optional<Channel> here = channels.list(owner).stream()
                    .filter(channel -> channel.name().equals(one.name()) && channel.door().equals(one.door()) && channel.direction() == one.direction())
                    .findFirst();
            if (here.isPresent() && !own) {
                continue;
            }
            Map<String, String> secrets = secrets(one, values);
            check(pointer + "/" + i, one, secrets, here.map(Channel::secrets).orElse(Map.of()), notes);
            if (notes.problems.isEmpty()) {
                here.ifPresentOrElse(channel -> change(channel, one, secrets, notes), () -> make(owner, one, secrets, own, notes));
            }
        }
    }

    private static Map<String, String> secrets(OwnChannel channel, Map<String, String> values) {
        Map<String, String> secrets = new HashMap<>();
        channel.secrets().forEach((name, placeholder) -> Optional.ofNullable(values.get(placeholder)).ifPresent(value -> secrets.put(name, value)));
        return secrets;
    }

    /** A secret that nobody gave counts as given: without it the channel is stopped. */
    private void check(String pointer, OwnChannel channel, Map<String, String> secrets, Map<String, String> stored, ImportNotes notes) {
        DoorCatalogue known = doors.getIfAvailable();
        if (known != null) {
            Map<String, String> all = new HashMap<>(stored);
            channel.secrets().keySet().forEach(name -> all.putIfAbsent(name, "?"));
            all.putAll(secrets);
            known.problems(channel.door(), channel.direction(), channel.parameters(), all)
                    .forEach((field, label) -> notes.problem(pointer + "/parameters/" + field, "setting", label.en()));
        }
    }

    private void make(UUID owner, OwnChannel channel, Map<String, String> secrets, boolean own, ImportNotes notes) {
        List<String> missing = channel.secrets().entrySet().stream().filter(one -> !secrets.containsKey(one.getKey())).map(Map.Entry::getValue).toList();
        notes.secrets.addAll(missing);
        boolean enabled = own && Boolean.TRUE.equals(channel.enabled()) && missing.isEmpty();
        channels.create(new NewChannel(owner, channel.name(), channel.door(), channel.direction(), channel.parameters(), secrets, enabled));
        notes.added(Part.CHANNEL, channel.name(), new OwnChannel(
                channel.name(), channel.door(), channel.direction(), enabled, channel.parameters(), channel.secrets()));
    }

    private void change(Channel here, OwnChannel wanted, Map<String, String> secrets, ImportNotes notes) {
        List<String> missing = wanted.secrets().entrySet().stream()
                .filter(one -> !secrets.containsKey(one.getKey()) && !here.secrets().containsKey(one.getKey())).map(Map.Entry::getValue).toList();
        notes.secrets.addAll(missing);
        boolean enabled = missing.isEmpty() && Objects.requireNonNullElse(wanted.enabled(), here.enabled());
        Map<String, String> changed = new HashMap<>(secrets);
        changed.entrySet().removeIf(one -> one.getValue().equals(here.secrets().get(one.getKey())));
        List<TermDifference> details = new java.util.ArrayList<>(TermsJson.differences(
                TermsJson.texts(new State(here.enabled(), here.parameters())), TermsJson.texts(new State(enabled, wanted.parameters()))));
        changed.keySet().stream().sorted().forEach(name -> details.add(new TermDifference("secrets." + name, "…", "…")));
        if (notes.changed(Part.CHANNEL, wanted.name(), details)) {
            channels.update(here.id(), here.version(), here.name(), wanted.parameters(), changed, enabled);
        }
    }

    private record State(boolean enabled, Map<String, String> parameters) {}
}

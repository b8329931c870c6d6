package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.partner.PartyDifference.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is known of a company with what a partner says of it. */
final class PartyDifferences {
    private static final PartyData NOTHING = new PartyData(null, Organisation.Address.UNKNOWN, Organisation.Contact.UNKNOWN);

    private PartyDifferences() {}

    /**
     * @param known {@code null}: a company that is not here
     * @param identifiers those that it has
     * @param place only identifiers count
     */
    static List<PartyDifference> of(Entry entry, @Nullable Organisation known, Set<PartyIdentifier> identifiers, boolean place) {
        boolean goes = entry.action() == Action.DELETE;
        List<PartyDifference> differences = new ArrayList<>();
        if (!goes && !place) {
            data(PartyData.of(entry), known, differences);
        }
        for (PartyIdentifier identifier : KnownParties.identifiers(entry)) {
            if (identifiers.contains(identifier) == goes) {
                String text = identifier.scheme() + " " + identifier.value();
                differences.add(new PartyDifference(Field.IDENTIFIER, goes ? text : null, goes ? null : text));
            }
        }
        return List.copyOf(differences);
    }

    static PartyDifference ofAccount(Entry entry, String number) {
        boolean goes = entry.action() == Action.DELETE;
        return new PartyDifference(Field.BANK_ACCOUNT, goes ? number : null, goes ? null : number);
    }

    private static void data(PartyData said, @Nullable Organisation known, List<PartyDifference> differences) {
        PartyData now = known == null ? NOTHING : PartyData.of(known);
        if (known == null || said.name() != null && !said.name().equals(known.nameLocal())) {
            add(differences, Field.NAME, now.name(), said.name());
        }
        add(differences, Field.STREET, now.address().street(), said.address().street());
        add(differences, Field.POSTAL_CODE, now.address().postalCode(), said.address().postalCode());
        add(differences, Field.CITY, now.address().city(), said.address().city());
        add(differences, Field.COUNTRY, now.address().country(), said.address().country());
        add(differences, Field.CONTACT, now.contact().name(), said.contact().name());
        add(differences, Field.PHONE, now.contact().phone(), said.contact().phone());
        add(differences, Field.EMAIL, now.contact().email(), said.contact().email());
    }

    private static void add(List<PartyDifference> differences, Field field, @Nullable String known, @Nullable String said) {
        if (said != null && !said.equals(known)) {
            differences.add(new PartyDifference(field, known, said));
        }
    }
}

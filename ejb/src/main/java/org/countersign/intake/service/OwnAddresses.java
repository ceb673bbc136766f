package org.countersign.intake.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.intake.model.SenderScreening;
import org.countersign.kernel.InstallationName;
import org.countersign.kernel.Settings;

/** The addresses under which this desk writes. */
@ApplicationScoped
public class OwnAddresses {

    @Inject
    private Mailboxes mailboxes;

    /** Screens mail by the addresses of now. */
    public SenderScreening screening() {
        List<String> own = new ArrayList<>(mailboxes.all().stream().map(Mailbox::address).toList());
        String from = Settings.text("countersign.mail.from", "");
        if (from.indexOf('@') > 0 && !from.endsWith("@")) {
            own.add(from);
        }
        return new SenderScreening(own, InstallationName.configured());
    }
}

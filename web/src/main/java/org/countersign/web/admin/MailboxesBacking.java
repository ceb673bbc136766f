package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.intake.service.MailboxRow;

/** All mailboxes, and how their polling stands. */
@Named("mailboxesPage")
@RequestScoped
public class MailboxesBacking {

    @EJB
    private MailboxAdministration administration;

    private List<MailboxRow> rows;

    public List<MailboxRow> getRows() {
        if (rows == null) {
            rows = administration.list();
        }
        return rows;
    }
}

package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.intake.service.MailboxRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** All mailboxes, and how their polling stands. */
@Named("mailboxesPage")
@RequestScoped
public class MailboxesBacking {

    @EJB
    private MailboxAdministration administration;

    @Inject
    private HttpServletRequest request;

    private ListPage<MailboxRow> page;

    public ListPage<MailboxRow> getPage() {
        if (page == null) {
            Address address = Address.of("mailboxes.xhtml").with("q", getText());
            page = ListPage.read(request, address, after -> administration.list(getText(), null, after));
        }
        return page;
    }

    public List<MailboxRow> getRows() {
        return getPage().rows();
    }

    /** What the list is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }
}

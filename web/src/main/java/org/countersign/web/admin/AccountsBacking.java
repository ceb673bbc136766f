package org.countersign.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.AccountFilter;
import org.countersign.identity.service.AccountKind;
import org.countersign.identity.service.AccountQueries;
import org.countersign.identity.service.AccountRow;
import org.countersign.identity.service.NewStaffAccount;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** All accounts, and the form of a new one of the staff. What the list shows is in its address. */
@Named("accountsPage")
@RequestScoped
public class AccountsBacking {

    @EJB
    private AccountQueries queries;

    @EJB
    private AccountAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final RoleChoices roles = new RoleChoices(Set.of());
    private CursorPage<AccountRow> page;
    private String name;
    private String displayName;
    private String email;
    private SupportLevel level;
    private String language;
    private String zone;
    private String password;

    @PostConstruct
    void begin() {
        language = reader.getLanguage();
        zone = reader.getZone().getId();
    }

    public List<AccountRow> getRows() {
        return page().items();
    }

    private CursorPage<AccountRow> page() {
        if (page == null) {
            Boolean active = getActive() == null ? null : Boolean.valueOf(getActive().equals("yes"));
            page = queries.list(new AccountFilter(getText(), getKind(), active), null, TicketFilters.text(request.getParameter("after")));
        }
        return page;
    }

    /** From the address; {@code null} for all. */
    public String getText() {
        return TicketFilters.text(request.getParameter("text"));
    }

    /** From the address; {@code null} for all. */
    public AccountKind getKind() {
        return TicketFilters.constant(AccountKind.class, request.getParameter("kind")).orElse(null);
    }

    /** {@code yes} or {@code no} from the address; {@code null} for all. */
    public String getActive() {
        String active = TicketFilters.text(request.getParameter("active"));
        return active != null && (active.equals("yes") || active.equals("no")) ? active : null;
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page().next() == null ? null : address().with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return request.getParameter("after") == null ? null : address().toString();
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("text", getText()).with("kind", getKind()).with("active", getActive());
    }

    /** Makes the account and shows it. */
    public String create() {
        if (roles.chosen().isEmpty()) {
            messages.error("accounts.roles.needed");
            return null;
        }
        NewStaffAccount wanted = new NewStaffAccount(name, displayName, email, level, roles.chosen(), password, language, zone);
        if (!messages.attempt(() -> administration.createStaff(wanted))) {
            return null;
        }
        messages.success("accounts.done.created", name.strip());
        return Address.of("/admin/account.xhtml").with("faces-redirect", "true").with("name", name.strip()).toString();
    }

    public AccountKind[] getKinds() {
        return AccountKind.values();
    }

    public SupportLevel[] getLevels() {
        return SupportLevel.values();
    }

    public RoleChoices getRoles() {
        return roles;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public SupportLevel getLevel() {
        return level;
    }

    public void setLevel(SupportLevel level) {
        this.level = level;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

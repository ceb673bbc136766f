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
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

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
    private ListPage<AccountRow> page;
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
        return getPage().rows();
    }

    public ListPage<AccountRow> getPage() {
        if (page == null) {
            Boolean active = getActive() == null ? null : Boolean.valueOf(getActive().equals("yes"));
            page = ListPage.read(request, address(), after -> queries.list(new AccountFilter(getText(), getKind(), active), null, after));
        }
        return page;
    }

    /** From the address; {@code null} for all. */
    public String getText() {
        return Parameters.text(request, "text");
    }

    /** From the address; {@code null} for all. */
    public AccountKind getKind() {
        return Parameters.constant(AccountKind.class, request, "kind").orElse(null);
    }

    /** {@code yes} or {@code no} from the address; {@code null} for all. */
    public String getActive() {
        String active = Parameters.text(request, "active");
        return active != null && (active.equals("yes") || active.equals("no")) ? active : null;
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

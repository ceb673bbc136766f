package org.countersign.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.MailboxSecurity;
import org.countersign.intake.service.ChangeMailbox;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.intake.service.MailboxRow;
import org.countersign.intake.service.NewMailbox;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A mailbox, or a new one. Without an IMAP server nobody polls it. */
@Named("mailboxPage")
@RequestScoped
public class MailboxBacking {

    @EJB
    private MailboxAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private MailboxRow known;
    private String address;
    private String contract;
    private String displayName;
    private String authservId;
    private boolean active = true;
    private String host;
    private Integer port = 993;
    private MailboxSecurity security = MailboxSecurity.TLS;
    private String user;
    private String secret;
    private String folder = "INBOX";

    @PostConstruct
    void begin() {
        if (asked() != null && reader.has(Role.ADMIN_ROLE)) {
            administration.known(asked()).ifPresent(this::show);
        }
    }

    private String asked() {
        return Parameters.text(request, "mailbox");
    }

    private void show(MailboxRow mailbox) {
        known = mailbox;
        address = mailbox.address();
        contract = mailbox.contract();
        displayName = mailbox.displayName();
        authservId = mailbox.authservId();
        active = mailbox.active();
        ImapAccount imap = mailbox.imap();
        if (imap != null) {
            host = imap.host();
            port = imap.port();
            security = imap.security();
            user = imap.user();
            secret = imap.secret();
            folder = imap.folder();
        }
    }

    /** Called before the page is shown, so that a mailbox that is not there is answered as such, and who is no administrator is refused. */
    public void load() {
        if (asked() == null) {
            administration.known(null);
        } else if (known == null) {
            administration.find(asked());
        }
    }

    /** The mailbox as it was when the page was asked for; {@code null} for a new one. */
    public MailboxRow getKnown() {
        return known;
    }

    public String save() {
        if (!messages.attempt(this::record)) {
            return null;
        }
        String saved = address.strip().toLowerCase(Locale.ROOT);
        messages.success("mailboxes.done.saved", saved);
        return Address.of("/admin/mailbox.xhtml").with("faces-redirect", "true").with("mailbox", saved).toString();
    }

    private void record() {
        if (known == null) {
            administration.add(new NewMailbox(address, contract, displayName, authservId, imap()));
        } else {
            Long seen = Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
            administration.change(known.address(), new ChangeMailbox(contract, displayName, authservId, imap(), active), seen);
        }
    }

    private ImapAccount imap() {
        if (host == null || host.isBlank()) {
            return null;
        }
        if (port == null) {
            throw BusinessRuleViolation.invalid("port", "required");
        }
        return new ImapAccount(host.strip(), port, security, user, secret, folder);
    }

    public MailboxSecurity[] getSecurities() {
        return MailboxSecurity.values();
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = known == null ? address : known.address();
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getAuthservId() {
        return authservId;
    }

    public void setAuthservId(String authservId) {
        this.authservId = authservId;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public Integer getPort() {
        return port;
    }

    public void setPort(Integer port) {
        this.port = port;
    }

    public MailboxSecurity getSecurity() {
        return security;
    }

    public void setSecurity(MailboxSecurity security) {
        this.security = security;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder;
    }
}

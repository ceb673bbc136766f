package org.countersign.web.desk.vendor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.VendorMailKey;
import org.countersign.notification.service.VendorMail;
import org.countersign.notification.service.VendorMailQueries;
import org.countersign.ticket.model.TicketState;
import org.countersign.vendor.model.VendorAddress;
import org.countersign.vendor.service.OpenVendorCase;
import org.countersign.vendor.service.VendorCaseHandling;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseView;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;
import org.countersign.web.support.Address;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.TicketPage;

/** The vendor cases on a ticket's page: all of them in short, one of them with its correspondence and its steps. */
@Named("ticketVendor")
@RequestScoped
public class TicketVendorBacking {

    @EJB
    private VendorCaseQueries queries;

    @EJB
    private VendorCaseHandling handling;

    @EJB
    private VendorDirectory directory;

    @EJB
    private VendorMailQueries mailQueries;

    @EJB
    private AccountDirectory accounts;

    @Inject
    private TicketPage page;

    @Inject
    private DueBadges badges;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private List<VendorCaseView> cases;
    private Map<VendorMailKey, VendorMail> mails;
    private List<VendorView> vendors;
    private String vendor;
    private String subject;
    private String description;
    private String reference;
    private String owner;
    private String text;

    public List<VendorCaseView> getCases() {
        if (cases == null) {
            cases = queries.ofTicket(page.getNumber());
        }
        return cases;
    }

    /** The case that the address names, else the latest that has not ended, else the latest; {@code null} when there is none. */
    public VendorCaseView getShown() {
        String asked = Parameters.text(request, "case");
        VendorCaseView shown = null;
        for (VendorCaseView each : getCases()) {
            if (each.number().equals(asked)) {
                return each;
            }
            if (shown == null || each.state().isRunning() || !shown.state().isRunning()) {
                shown = each;
            }
        }
        return shown;
    }

    /** The cases that have not ended: while there is one, no solution can be proposed. */
    public List<VendorCaseView> getRunning() {
        return getCases().stream().filter(each -> each.state().isRunning()).toList();
    }

    /** What the vendor means for the ticket's next step: {@code running}, {@code ended}, or nothing while others are to act. */
    public String getNext() {
        TicketState state = page.getTicket().state();
        boolean inWork = state == TicketState.IN_PROGRESS || state == TicketState.NEW;
        if (!page.isOpen() || getCases().isEmpty()) {
            return "";
        }
        if (!getRunning().isEmpty()) {
            return "running";
        }
        return inWork && page.getTicket().level() == SupportLevel.VENDOR ? "ended" : "";
    }

    /** How the shown case's vendor is reached. */
    public VendorAddress getAddress() {
        return getVendors().stream()
                .filter(known -> known.code().equals(getShown().vendor()))
                .map(VendorView::address)
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.notFound("vendor", getShown().vendor()));
    }

    /**
     * What became of the mail that an entry of the shown case went out by, or {@code null}.
     *
     * @param entry its place, or {@value VendorMailKey#OPENING} for what opened the case, {@value VendorMailKey#ENDING} for what withdrew it
     */
    public VendorMail mail(int entry) {
        if (mails == null) {
            mails = mailQueries.ofCases(List.of(getShown().number()));
        }
        return mails.get(new VendorMailKey(getShown().number(), entry));
    }

    /** Whether the reader may look into the outbox. */
    public boolean isOutboxReader() {
        return reader.has(Role.ADMIN_ROLE) || reader.has(Role.MANAGER_ROLE);
    }

    public boolean isShown(VendorCaseView each) {
        return each.number().equals(getShown().number());
    }

    /** Whether the reader may take steps at all, not only look. */
    public boolean isWorking() {
        return reader.has(Role.AGENT_ROLE) || reader.has(Role.MANAGER_ROLE);
    }

    /** Whether a case may be opened; in the request that tries it the form stays, whatever became of it. */
    public boolean isOpenable() {
        return isWorking() && (request.getParameter("vendorOpening") != null || page.offers("ASSIGN")) && !getVendors().isEmpty();
    }

    /** Whether the shown case has steps left; in the request that tries one the form stays. */
    public boolean isSteppable() {
        return isWorking() && (request.getParameter("caseVersion") != null || getShown().state().isRunning());
    }

    public List<VendorView> getVendors() {
        if (vendors == null) {
            vendors = directory.vendors();
        }
        return vendors;
    }

    /** Who may take the case over. */
    public List<Caller> getOtherAgents() {
        return accounts.agents().stream().filter(agent -> !agent.name().equals(getShown().owner().account())).toList();
    }

    public DueBadge getResponse() {
        VendorCaseView shown = getShown();
        return badges.badgeBy(shown.calendar(), shown.responseDue(), shown.respondedAt(), shown.state().isRunning());
    }

    public DueBadge getResolution() {
        VendorCaseView shown = getShown();
        return badges.badgeBy(shown.calendar(), shown.resolutionDue(), null, shown.state().isRunning());
    }

    public String open() {
        String[] opened = new String[1];
        if (!messages.attempt(() -> opened[0] =
                handling.open(new OpenVendorCase(page.getNumber(), vendor, subject, description, reference), page.getSeenVersion()))) {
            return again();
        }
        messages.success("vendor.done.opened", opened[0]);
        return address(opened[0]);
    }

    public String tell() {
        return step("vendor.done.told", number -> handling.tell(number, text, seen()));
    }

    public String answer() {
        return step("vendor.done.answered", number -> handling.answer(number, text, seen()));
    }

    public String solve() {
        return step("vendor.done.solved", number -> handling.solve(number, text, seen()));
    }

    public String withdraw() {
        return step("vendor.done.withdrawn", number -> handling.withdraw(number, text, seen()));
    }

    public String amend() {
        return step("vendor.done.amended", number -> handling.amend(number, reference == null ? "" : reference, owner == null || owner.equals(getShown().owner().account()) ? null : owner, seen()));
    }

    private String step(String done, java.util.function.Consumer<String> useCase) {
        VendorCaseView shown = getShown();
        if (shown == null) {
            throw BusinessRuleViolation.notFound("vendor case", "");
        }
        if (!messages.attempt(() -> useCase.accept(shown.number()))) {
            return again();
        }
        messages.success(done, shown.number());
        return address(shown.number());
    }

    private String again() {
        cases = null;
        mails = null;
        page.reload();
        return null;
    }

    private String address(String number) {
        return Address.of("/desk/ticket/ticket.xhtml")
                .with("faces-redirect", "true")
                .with("number", page.getNumber())
                .with("case", number)
                .toString();
    }

    /** The version of the case that the reader saw when the form was shown. */
    private long seen() {
        return Parameters.number(request, "caseVersion").orElseThrow(() -> BusinessRuleViolation.stale(page.getNumber()));
    }

    public String getVendor() {
        return vendor;
    }

    public void setVendor(String vendor) {
        this.vendor = vendor;
    }

    public String getSubject() {
        return subject == null ? page.getTicket().summary() : subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** For a new case. */
    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    /** Of the shown case. */
    public String getKnownReference() {
        return reference == null ? getShown().reference() : reference;
    }

    public void setKnownReference(String known) {
        this.reference = known;
    }

    public String getOwner() {
        return owner == null ? getShown().owner().account() : owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}

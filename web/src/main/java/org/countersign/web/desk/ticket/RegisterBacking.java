package org.countersign.web.desk.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.service.RegisterTicket;
import org.countersign.ticket.service.TicketRegistration;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.CategoryItems;

/** What somebody reported by phone or on paper, registered by the desk: first the contract, then the report. */
@Named
@RequestScoped
public class RegisterBacking {

    @EJB
    private TicketRegistration registration;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private KnownContracts contracts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private String contact;
    private TicketKind kind = TicketKind.INCIDENT;
    private Channel channel = Channel.PHONE;
    private String summary;
    private String description;
    private Impact impact = Impact.MEDIUM;
    private Urgency urgency = Urgency.MEDIUM;
    private String service;
    private String environment;
    private String category;
    private Priority wish;

    /** The contract of the address, the only one there is, or {@code null} as long as none is chosen. */
    public ContractTerms getContract() {
        String code = Parameters.text(request, "contract");
        if (code == null) {
            return contracts.getAll().size() == 1 ? contracts.getAll().get(0) : null;
        }
        return contracts.find(code).orElse(null);
    }

    public List<ContactCard> getContacts() {
        return customers.contactsOf(getContract().organisationId());
    }

    public String register() {
        String[] number = new String[1];
        boolean done = messages.attempt(() -> number[0] = registration
                .register(new RegisterTicket(
                        getContract().code(), contact, kind, summary, description, impact, urgency, channel, service, environment, Map.of(), wish,
                        category))
                .number());
        if (!done) {
            return null;
        }
        messages.success("register.done", number[0]);
        return "/desk/ticket/ticket.xhtml?faces-redirect=true&number=" + number[0];
    }

    /** The kinds of work that the contract lists. */
    public List<SelectItem> getCategories() {
        return CategoryItems.of(getContract().agreement().categories().listed(), reader.getLocale());
    }

    public TicketKind[] getKinds() {
        return TicketKind.values();
    }

    /** The ways by which people reach the desk itself. */
    public List<Channel> getChannels() {
        return List.of(Channel.PHONE, Channel.FAX, Channel.EMAIL, Channel.CRM);
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public Urgency[] getUrgencies() {
        return Urgency.values();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public TicketKind getKind() {
        return kind;
    }

    public void setKind(TicketKind kind) {
        this.kind = kind;
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Impact getImpact() {
        return impact;
    }

    public void setImpact(Impact impact) {
        this.impact = impact;
    }

    public Urgency getUrgency() {
        return urgency;
    }

    public void setUrgency(Urgency urgency) {
        this.urgency = urgency;
    }

    public Priority getWish() {
        return wish;
    }

    public void setWish(Priority wish) {
        this.wish = wish;
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }
}

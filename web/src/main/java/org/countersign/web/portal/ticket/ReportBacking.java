package org.countersign.web.portal.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countersign.customer.model.Category;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ReportPart;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.service.RegisterTicket;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketRegistration;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.UploadedFiles;

/** A customer's new report: what is needed to work on it (M82 to M87), and no more (M80). */
@Named("portalReport")
@RequestScoped
public class ReportBacking {

    @EJB
    private TicketRegistration registration;

    @EJB
    private TicketConversation conversation;

    @Inject
    private KnownContracts contracts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    private String contract;
    private TicketKind kind = TicketKind.INCIDENT;
    private String summary;
    private String function;
    private String user;
    private String message;
    private String before;
    private String description;
    private String service;
    private String environment;
    private String category;
    private Impact impact = Impact.MEDIUM;
    private Urgency urgency = Urgency.MEDIUM;
    private Priority wish;
    private List<Part> files;

    public String send() {
        String[] number = new String[1];
        if (!messages.attempt(() -> number[0] = register())) {
            return null;
        }
        String page = "/portal/ticket/ticket.xhtml?faces-redirect=true&number=" + number[0];
        if (messages.attempt(() -> UploadedFiles.attach(conversation, number[0], files))) {
            messages.success("report.done", number[0]);
        } else {
            // The report stands; only its files have to be sent again, which the ticket's page offers.
            messages.warning("report.done-without-files", number[0]);
        }
        return page;
    }

    private String register() {
        String code = contracts.getAll().size() == 1 ? contracts.getAll().get(0).code() : contract;
        // Where the desk assesses, the customer has the wish to say so; what the form begins with is nobody's.
        boolean asked = contracts.find(code).filter(ReportBacking::isDesksToAssess).isEmpty();
        return registration
                .register(new RegisterTicket(
                        code,
                        null,
                        kind,
                        summary,
                        description,
                        asked ? impact : null,
                        asked ? urgency : null,
                        Channel.PORTAL,
                        service,
                        environment,
                        fields(),
                        wish,
                        category))
                .number();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "function", function);
        put(fields, "user", user);
        put(fields, "message", message);
        put(fields, "before", before);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (Parameters.text(value) != null) {
            fields.put(name, value.strip());
        }
    }

    /** The environments that the reader's contracts list; which of them the chosen one has is checked when the report is sent. */
    public Set<String> getEnvironments() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        contracts.getAll().forEach(terms -> names.addAll(terms.agreement().environments().names()));
        return names;
    }

    /** Whether one of the reader's contracts demands it of every report. */
    private boolean isDemanded(ReportPart part) {
        return contracts.getAll().stream().anyMatch(terms -> terms.agreement().minimum().demands(part));
    }

    public boolean isServiceDemanded() {
        return isDemanded(ReportPart.SERVICE);
    }

    /** The services that the reader's contracts list. */
    public Set<String> getServices() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        contracts.getAll().forEach(terms -> terms.agreement().services().forEach(covered -> names.add(covered.name())));
        return names;
    }

    /** The kinds of work that the reader's contracts list, where one of them demands that a report names one. */
    public List<SelectItem> getCategories() {
        Map<String, Category> listed = new LinkedHashMap<>();
        if (isDemanded(ReportPart.CATEGORY)) {
            contracts.getAll().forEach(terms -> terms.agreement().categories().listed().forEach(one -> listed.putIfAbsent(one.code(), one)));
        }
        return listed.values().stream().map(one -> new SelectItem(one.code(), one.title())).toList();
    }

    private static boolean isDesksToAssess(ContractTerms terms) {
        return terms.agreement().priority().deskAssesses();
    }

    /** Whether one of the reader's contracts has the customer name impact and urgency. */
    public boolean isAssessed() {
        return !contracts.getAll().stream().allMatch(ReportBacking::isDesksToAssess);
    }

    /** The reader's contracts under which the desk alone assesses, or nothing. */
    public String getAssessedByDesk() {
        return contracts.getAll().stream().filter(ReportBacking::isDesksToAssess).map(ContractTerms::code).collect(Collectors.joining(", "));
    }

    /** Whether the wish is the priority under one of the reader's contracts. */
    public boolean isWishMoving() {
        return contracts.getAll().stream().anyMatch(terms -> terms.agreement().priority().wishMoves());
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public TicketKind[] getKinds() {
        return TicketKind.values();
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public Urgency[] getUrgencies() {
        return Urgency.values();
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

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public TicketKind getKind() {
        return kind;
    }

    public void setKind(TicketKind kind) {
        this.kind = kind;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
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

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}

package org.countersign.web.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.CoveredService;
import org.countersign.customer.model.MinimumContent;
import org.countersign.customer.model.ReportPart;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.ticket.service.CompleteReport;
import org.countersign.ticket.service.TicketCompletion;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;

/** The form that asks for what an incomplete report lacks, the same for desk and portal. */
@Named("completion")
@RequestScoped
public class CompletionBacking {

    @EJB
    private TicketCompletion completion;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private TicketPage page;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private List<Gap> gaps;

    /** Something that is missing, and what was typed for it. */
    public static final class Gap {

        private final String demanded;
        private final String label;
        private final List<SelectItem> choices;
        private String value;

        Gap(String demanded, String label, List<SelectItem> choices) {
            this.demanded = demanded;
            this.label = label;
            this.choices = choices;
        }

        public String getLabel() {
            return label;
        }

        /** What the contract lists; empty where it is written freely. */
        public List<SelectItem> getChoices() {
            return choices;
        }

        public boolean isLong() {
            return demanded.equals(ReportPart.DESCRIPTION.name());
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }
    }

    /** In the request that tries it, it stays on the page, so that whoever was not the first is told so. */
    public boolean isOffered() {
        return page.offers("COMPLETE") && (page.getTicket().mayComplete() || request.getParameter("stepCOMPLETE") != null);
    }

    public List<Gap> getGaps() {
        if (gaps == null) {
            ServiceAgreement agreement = customers.contract(page.getTicket().contract()).agreement();
            gaps = page.getTicket().missing().stream()
                    .map(demanded -> new Gap(demanded, page.inWords(demanded), choices(demanded, agreement)))
                    .toList();
        }
        return gaps;
    }

    private List<SelectItem> choices(String demanded, ServiceAgreement agreement) {
        if (demanded.startsWith(MinimumContent.FIELD)) {
            return List.of();
        }
        return switch (ReportPart.valueOf(demanded)) {
            case SERVICE -> items(agreement.services().stream().map(CoveredService::name).toList());
            case ENVIRONMENT -> items(agreement.environments().names());
            case CATEGORY -> CategoryItems.of(agreement.categories().of(page.getTicket().kind().name()), reader.getLocale());
            case DESCRIPTION -> List.of();
        };
    }

    private static List<SelectItem> items(List<String> names) {
        return names.stream().map(name -> new SelectItem(name, name)).toList();
    }

    public String complete() {
        Map<String, String> parts = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Gap gap : getGaps()) {
            if (gap.demanded.startsWith(MinimumContent.FIELD)) {
                fields.put(gap.demanded.substring(MinimumContent.FIELD.length()), gap.value);
            } else {
                parts.put(gap.demanded, gap.value);
            }
        }
        CompleteReport given = new CompleteReport(
                parts.get(ReportPart.SERVICE.name()),
                parts.get(ReportPart.ENVIRONMENT.name()),
                parts.get(ReportPart.CATEGORY.name()),
                parts.get(ReportPart.DESCRIPTION.name()),
                fields);
        if (!messages.attempt(() -> completion.complete(page.getNumber(), given, page.getSeenVersion()))) {
            page.reload();
            return null;
        }
        messages.success("ticket.done.completed", page.getNumber());
        return request.getServletPath() + "?faces-redirect=true&number=" + page.getNumber();
    }
}

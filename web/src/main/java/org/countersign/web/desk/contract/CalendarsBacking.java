package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.desk.contract.form.HoursForm;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** All service calendars, and a new one. */
@Named
@RequestScoped
public class CalendarsBacking {

    @EJB
    private CustomerDirectory directory;

    @EJB
    private ServiceCalendars calendars;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ListPage<String> page;
    private String code;
    private HoursForm hours;

    /** Called before the page is shown, so that who does not keep calendars is refused. */
    public void load() {
        getPage();
    }

    public ListPage<String> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, Address.of("calendars.xhtml").with("q", getText()), after -> calendars.list(getText(), null, after));
        }
        return page;
    }

    public List<String> getRows() {
        return getPage().rows();
    }

    /** What the list is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }

    public String create() {
        boolean done = messages.attempt(this::recordFirst, refused -> getHours().show(refused, messages));
        if (!done) {
            return null;
        }
        messages.success("calendars.done.created", code.strip());
        return Address.of("/desk/contract/calendar.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
    }

    private void recordFirst() {
        if (directory.findCalendar(code.strip()).isPresent()) {
            throw BusinessRuleViolation.invalid("code", "code-taken", code.strip());
        }
        calendars.record(code, getHours().toMap(), null, 0L);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public HoursForm getHours() {
        if (hours == null) {
            hours = HoursForm.fresh(reader.getZone(), reader.getLocale());
        }
        return hours;
    }
}

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
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;

/** All service calendars, and a new one. */
@Named
@RequestScoped
public class CalendarsBacking {

    /** What a refusal names that stands on the form itself, and not in the text. */
    private static final List<String> FIELDS = List.of("calendar", "code");

    @EJB
    private CustomerDirectory directory;

    @EJB
    private ServiceCalendars calendars;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private ListPage<String> page;
    private String code;
    private String calendar = FirstTexts.CALENDAR;

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
        boolean done = messages.attempt(
                this::recordFirst, refused -> messages.refuse(RefusedText.in("calendar", FIELDS, refused, messages)));
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
        calendars.recordText(code, calendar, null, 0L);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }
}

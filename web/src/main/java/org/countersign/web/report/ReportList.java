package org.countersign.web.report;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.countersign.kernel.Texts;
import org.countersign.report.service.ReportFilter;
import org.countersign.report.service.ReportQueries;
import org.countersign.report.service.ReportRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The list of service reports, for desk and portal. Everything it shows is in its address. */
@Named
@RequestScoped
public class ReportList {

    @EJB
    private ReportQueries queries;

    @Inject
    private Reader reader;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private YearMonth wanted;
    private ListPage<ReportRow> page;

    /** Called before the page is shown, so that a month that is none is told. */
    public void load() {
        if (getMonth() != null) {
            try {
                wanted = YearMonth.parse(getMonth());
            } catch (DateTimeException malformed) {
                messages.error("reports.month-malformed", getMonth());
            }
        }
    }

    public List<ReportRow> getRows() {
        return getPage().rows();
    }

    public ListPage<ReportRow> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, address(), after -> queries.list(new ReportFilter(getContract(), wanted, getLanguage()), null, after));
        }
        return page;
    }

    /** Whether the list shows less than there is. */
    public boolean isFiltered() {
        return getMonth() != null || getContract() != null || getLanguage() != null;
    }

    public String getMonth() {
        return parameter("month");
    }

    public String getContract() {
        return parameter("contract");
    }

    public String getLanguage() {
        return parameter("language");
    }

    public List<String> getLanguages() {
        return Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /** A language's name in the reader's. */
    public String languageName(String language) {
        String name = Locale.forLanguageTag(language).getDisplayLanguage(reader.getLocale());
        return name.substring(0, 1).toUpperCase(reader.getLocale()) + name.substring(1);
    }

    private Address address() {
        return Address.of(request.getRequestURI())
                .with("month", getMonth())
                .with("contract", getContract())
                .with("language", getLanguage());
    }

    private String parameter(String name) {
        return Parameters.text(request, name);
    }
}

package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.countersign.audit.service.AuditFilter;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRow;
import org.countersign.audit.service.AuditVerdict;
import org.countersign.audit.service.AuditVerification;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The audit trail, and its verification when the address asks for it. */
@Named
@RequestScoped
public class AuditBacking {

    @EJB
    private AuditQueries queries;

    @EJB
    private AuditVerification verification;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ListPage<AuditRow> page;
    private AuditVerdict verdict;

    public List<AuditRow> getRows() {
        return getPage().rows();
    }

    public ListPage<AuditRow> getPage() {
        if (page == null) {
            AuditFilter filter = new AuditFilter(getContract(), getActor(), getAction(), instant(getFrom()), instant(getTo()));
            page = ListPage.read(request, address(), after -> queries.list(filter, null, after));
        }
        return page;
    }

    /** What recomputing the trail finds; computed only when the address asks, since it reads everything. */
    public AuditVerdict getVerdict() {
        if (verdict == null && value("verify") != null) {
            verdict = verification.verify();
        }
        return verdict;
    }

    /** A contract's code, or {@code -} for the chain of the system; {@code null} for all. */
    public String getContract() {
        return value("contract");
    }

    public String getActor() {
        return value("actor");
    }

    public String getAction() {
        return value("action");
    }

    /** In the reader's zone, as the browser's input writes it; {@code null} unless it is a time. */
    public String getFrom() {
        return time("from");
    }

    /** In the reader's zone, as the browser's input writes it; {@code null} unless it is a time. */
    public String getTo() {
        return time("to");
    }

    /** The facts of an entry, one to a line. */
    public List<String> facts(AuditRow row) {
        return row.facts().entrySet().stream()
                .filter(fact -> fact.getValue() != null)
                .map(AuditBacking::line)
                .toList();
    }

    private static String line(Map.Entry<String, Object> fact) {
        return fact.getKey() + ": " + fact.getValue();
    }

    private Address address() {
        return Address.of("audit.xhtml")
                .with("contract", getContract())
                .with("actor", getActor())
                .with("action", getAction())
                .with("from", getFrom())
                .with("to", getTo());
    }

    private String time(String name) {
        String text = value(name);
        try {
            return text == null ? null : LocalDateTime.parse(text).toString();
        } catch (DateTimeParseException oldBookmark) {
            return null;
        }
    }

    private Instant instant(String local) {
        return local == null ? null : LocalDateTime.parse(local).atZone(reader.getZone()).toInstant();
    }

    private String value(String name) {
        return Parameters.text(request, name);
    }
}

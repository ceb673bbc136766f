package org.countersign.web.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.LotState;
import org.countersign.quality.service.LotFilter;
import org.countersign.quality.service.LotRow;
import org.countersign.quality.service.QualityQueries;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** The inspection lots, latest first. */
@Named
@RequestScoped
public class LotsBacking {

    @EJB
    private QualityQueries queries;

    @Inject
    private HttpServletRequest request;

    private ListPage<LotRow> page;

    public ListPage<LotRow> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, address(), after -> queries.lots(new LotFilter(getContract(), getWeek(), getState()), null, after));
        }
        return page;
    }

    public List<LotRow> getRows() {
        return getPage().rows();
    }

    public String getContract() {
        return Parameters.text(request, "contract");
    }

    /** From the address; {@code null} unless it is a week. */
    public IsoWeek getWeek() {
        String week = Parameters.text(request, "week");
        try {
            return week == null ? null : IsoWeek.parse(week);
        } catch (BusinessRuleViolation oldBookmark) {
            return null;
        }
    }

    public LotState getState() {
        return Parameters.constant(LotState.class, request, "state").orElse(null);
    }

    public LotState[] getStates() {
        return LotState.values();
    }

    public boolean isFiltered() {
        return getContract() != null || getWeek() != null || getState() != null;
    }

    private Address address() {
        return Address.of("lots.xhtml").with("contract", getContract()).with("week", getWeek()).with("state", getState());
    }
}

package org.countersign.web.desk.rota;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.countersign.rota.service.ContractCoverView;
import org.countersign.rota.service.RotaQueries;
import org.countersign.web.support.Parameters;

/** Which rota covers the contract of the page, who is on duty for it now, and what was before. */
@Named("contractCover")
@RequestScoped
public class CoverBacking {

    @EJB
    private RotaQueries queries;

    @Inject
    private HttpServletRequest request;

    private ContractCoverView cover;

    public ContractCoverView getCover() {
        if (cover == null) {
            cover = queries.coverOf(String.valueOf(Parameters.text(request, "code")));
        }
        return cover;
    }

    /** Whether the cover has begun; it may be told before its first shift. */
    public boolean isBegun() {
        return getCover().hasBegun();
    }

    /** Whether the published plan ends soon, or has ended. */
    public boolean isEnding() {
        return getCover().isEnding();
    }

    /** Whether the published plan has run out. */
    public boolean isOver() {
        return getCover().hasRunOut();
    }
}

package org.countersign.web.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.quality.service.LotDetails;
import org.countersign.quality.service.LotSample;
import org.countersign.quality.service.QualityQueries;
import org.countersign.web.support.PageId;

/** One inspection lot: its plan, how its sample was drawn, its reviews, its verdict. */
@Named
@RequestScoped
public class LotBacking {

    @EJB
    private QualityQueries queries;

    @Inject
    private HttpServletRequest request;

    private LotDetails details;
    private LotSample sample;
    private List<String> population;

    /** Called before the page is shown, so that a lot that is not there is answered as such. */
    public void load() {
        getDetails();
    }

    public LotDetails getDetails() {
        if (details == null) {
            details = queries.lot(PageId.of(request, "id", "lot"));
        }
        return details;
    }

    public LotSample getSample() {
        if (sample == null) {
            sample = queries.sample(getDetails().lot().id());
        }
        return sample;
    }

    /** The numbers of the lot's tickets, in the order of their positions. */
    public List<String> getPopulation() {
        if (population == null) {
            population = queries.population(getDetails().lot().id());
        }
        return population;
    }
}

package org.countersign.rest.quality;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Characteristic;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.LotState;
import org.countersign.quality.service.LotDetails;
import org.countersign.quality.service.LotFilter;
import org.countersign.quality.service.LotRow;
import org.countersign.quality.service.LotSample;
import org.countersign.quality.service.QualityQueries;
import org.countersign.quality.service.QualityReviewing;
import org.countersign.quality.service.ReviewDetails;
import org.countersign.rest.support.Query;

/** Inspection lots, their samples, and the reviews of drawn tickets. */
@Path("/quality")
@Produces(MediaType.APPLICATION_JSON)
public class QualityResource {

    @EJB
    private QualityQueries queries;

    @EJB
    private QualityReviewing reviewing;

    /** One line of the checklist. */
    public record FindingForm(String characteristic, Boolean conforming, String note) {}

    public record ReviewForm(List<FindingForm> findings) {}

    @GET
    @Path("lots")
    public Map<String, Object> lots(
            @QueryParam("contract") String contract,
            @QueryParam("week") String week,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        LotFilter filter = new LotFilter(
                contract, week == null ? null : IsoWeek.parse(week), Query.constant(LotState.class, "state", state));
        return Query.page(queries.lots(filter, limit, after), (LotRow row) -> row);
    }

    @GET
    @Path("lots/{id}")
    public LotDetails lot(@PathParam("id") long id) {
        return queries.lot(id);
    }

    @GET
    @Path("lots/{id}/sample")
    public LotSample sample(@PathParam("id") long id) {
        return queries.sample(id);
    }

    /** The ticket numbers of the lot, in the order in which the draw counts them. */
    @GET
    @Path("lots/{id}/population")
    public Map<String, Object> population(@PathParam("id") long id) {
        return Map.of("items", queries.population(id));
    }

    @GET
    @Path("reviews/{id}")
    public ReviewDetails review(@PathParam("id") long id) {
        return queries.review(id);
    }

    @POST
    @Path("reviews/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReviewDetails give(@PathParam("id") long id, ReviewForm form) {
        if (form.findings() == null) {
            throw BusinessRuleViolation.invalid("findings", "required");
        }
        reviewing.give(id, form.findings().stream().map(QualityResource::finding).toList());
        return queries.review(id);
    }

    private static Finding finding(FindingForm form) {
        if (form == null || form.conforming() == null) {
            throw BusinessRuleViolation.invalid("conforming", "required");
        }
        return new Finding(Characteristic.of(form.characteristic()), form.conforming(), form.note());
    }
}

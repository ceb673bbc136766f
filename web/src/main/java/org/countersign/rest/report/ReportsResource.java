package org.countersign.rest.report;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.report.service.ReportDocument;
import org.countersign.report.service.ReportFilter;
import org.countersign.report.service.ReportQueries;
import org.countersign.report.service.ReportRow;
import org.countersign.rest.support.Query;
import org.countersign.web.support.Downloads;

/** Generated reports. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    @EJB
    private ReportQueries queries;

    @GET
    public Map<String, Object> list(
            @QueryParam("contract") String contract,
            @QueryParam("month") String month,
            @QueryParam("language") String language,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(queries.list(new ReportFilter(contract, month(month), language), limit, after), (ReportRow row) -> row);
    }

    @GET
    @Path("{id: [0-9]+}")
    public ReportRow get(@PathParam("id") long id) {
        return queries.find(id);
    }

    @GET
    @Path("{id: [0-9]+}.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") long id) {
        ReportDocument document = queries.pdf(id);
        return Response.ok(document.content(), document.mediaType())
                .header("Content-Disposition", Downloads.disposition(document.name()))
                .build();
    }

    private static YearMonth month(String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid("month", "wrong-type", "YYYY-MM");
        }
    }
}

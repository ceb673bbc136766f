package org.countersign.rest.customer;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractRow;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContract;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** All contracts, and new ones. */
@Path("/contracts")
@Produces(MediaType.APPLICATION_JSON)
public class ContractRegisterResource {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @Context
    private UriInfo uri;

    /**
     * @param validFrom first day, {@code 2026-03-01}
     * @param agreement the text of the first version, as {@code PUT /contracts/{code}/agreement} takes it
     */
    public record ContractForm(
            String code,
            String name,
            String organisation,
            String validFrom,
            Boolean fixedContactsOnly,
            UnprovenMail unprovenMail,
            String inspectionLevel,
            String aql,
            String agreedBy,
            String agreement) {

        private ContractSettings settings() {
            return new ContractSettings(name, Boolean.TRUE.equals(fixedContactsOnly), unprovenMail, inspectionLevel, aql);
        }
    }

    @GET
    public Map<String, Object> list(
            @QueryParam("organisation") String organisation, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(register.contracts(organisation, limit, after), ContractRegisterResource::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(ContractForm body) {
        if (body.agreement() == null || body.agreement().isBlank()) {
            throw BusinessRuleViolation.invalid("agreement", "required");
        }
        administration.createContract(new NewContract(
                body.code(),
                body.organisation(),
                Query.date("validFrom", body.validFrom()),
                body.settings(),
                body.agreedBy(),
                body.agreement()));
        ContractRow created = register.contract(body.code());
        return Response.created(uri.getAbsolutePathBuilder().path(created.code()).build())
                .entity(json(created))
                .tag(Tags.of(created.version()))
                .build();
    }

    static Map<String, Object> json(ContractRow contract) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", contract.code());
        json.put("name", contract.settings().name());
        json.put("organisation", contract.organisation());
        json.put("validFrom", contract.validFrom());
        json.put("fixedContactsOnly", contract.settings().fixedContactsOnly());
        json.put("unprovenMail", contract.settings().unprovenMail());
        json.put("inspectionLevel", contract.settings().inspectionLevel());
        json.put("aql", contract.settings().aql());
        return json;
    }
}

package org.countersign.rest.rota;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.countersign.rota.service.ContractCoverView;
import org.countersign.rota.service.RotaQueries;

/** Which rota covers a contract, since when, and which did before. */
@Path("/contracts/{code}/cover")
@Produces(MediaType.APPLICATION_JSON)
public class ContractCoverResource {

    @EJB
    private RotaQueries queries;

    @GET
    public ContractCoverView get(@PathParam("code") String code) {
        return queries.coverOf(code);
    }
}

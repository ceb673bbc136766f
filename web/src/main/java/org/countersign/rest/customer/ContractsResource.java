package org.countersign.rest.customer;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.ContractRow;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.RecordedVersion;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** A contract, and what it says version by version. */
@Path("/contracts/{code}")
public class ContractsResource {

    /** The type of an agreement's text. */
    public static final String YAML = "application/yaml";

    /** Four bytes for each character of the longest text. */
    private static final int MOST_BYTES = 400_000;

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    /** The latest version, whether in force yet or not, or the one with the number. */
    @GET
    @Path("agreement")
    @Produces(YAML)
    public Response get(@PathParam("code") String code, @QueryParam("version") Integer version) {
        return answer(agreements.version(code, version));
    }

    /** Makes a new version. {@code agreedBy} names who agreed for the customer; without {@code inForceFrom} it is in force at once. */
    @PUT
    @Path("agreement")
    @Consumes({YAML, "text/yaml", "application/x-yaml"})
    @Produces(YAML)
    public Response put(
            @PathParam("code") String code,
            @QueryParam("agreedBy") String agreedBy,
            @QueryParam("agreedAt") String agreedAt,
            @QueryParam("inForceFrom") String inForceFrom,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw BusinessRuleViolation.invalid("agreement", "body-too-large", MOST_BYTES);
        }
        int number = agreements.record(
                code,
                new String(bytes, StandardCharsets.UTF_8),
                Query.instant("inForceFrom", inForceFrom),
                agreedBy,
                Query.instant("agreedAt", agreedAt),
                Tags.version(ifMatch));
        return answer(agreements.version(code, number));
    }

    /** What is not in the versions. */
    public record SettingsForm(
            String name, Boolean fixedContactsOnly, UnprovenMail unprovenMail, String inspectionLevel, String aql) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response settings(@PathParam("code") String code) {
        ContractRow contract = register.contract(code);
        return Response.ok(ContractRegisterResource.json(contract)).tag(Tags.of(contract.version())).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response setSettings(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, SettingsForm body) {
        administration.changeContract(
                code,
                new ContractSettings(
                        body.name(), Boolean.TRUE.equals(body.fixedContactsOnly()), body.unprovenMail(), body.inspectionLevel(), body.aql()),
                Tags.version(ifMatch));
        return settings(code);
    }

    /** The versions that stand, oldest first, and those that were withdrawn before they began, without what they say. */
    @GET
    @Path("versions")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> versions(@PathParam("code") String code) {
        Map<Boolean, List<Map<String, Object>>> rows = agreements.history(code).stream()
                .collect(Collectors.partitioningBy(RecordedVersion::isWithdrawn, Collectors.mapping(ContractsResource::row, Collectors.toList())));
        return Map.of("items", rows.get(false), "withdrawn", rows.get(true));
    }

    /** Withdraws the latest version before it begins. Its number is not given again, and what it said can still be read. */
    @DELETE
    @Path("versions/{version}")
    public void withdraw(@PathParam("code") String code, @PathParam("version") int version) {
        agreements.withdraw(code, version);
    }

    private static Map<String, Object> row(RecordedVersion recorded) {
        AgreedVersion version = recorded.version();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", version.number());
        row.put("inForceFrom", version.inForceFrom());
        row.put("agreedBy", version.agreedBy());
        row.put("agreedAt", version.agreedAt());
        row.put("recordedBy", version.recordedBy());
        row.put("recordedAt", version.recordedAt());
        row.put("calendar", version.agreement().calendar());
        if (recorded.isWithdrawn()) {
            row.put("withdrawnBy", recorded.withdrawnBy());
            row.put("withdrawnAt", recorded.withdrawnAt());
        }
        return row;
    }

    private Response answer(AgreedVersion version) {
        return Response.ok(agreements.print(version.agreement()).getBytes(StandardCharsets.UTF_8), YAML)
                .tag(Tags.of(version.number()))
                .build();
    }
}

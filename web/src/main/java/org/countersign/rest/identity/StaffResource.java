package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.service.GivenSkill;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.identity.service.SkillQueries;
import org.countersign.identity.service.StaffMember;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** What the staff can do: skills and certificates, person by person. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {

    @EJB
    private SkillQueries queries;

    @EJB
    private SkillAdministration administration;

    public record SkillsForm(List<SkillForm> skills) {}

    public record SkillForm(String code, SkillLevel level) {}

    public record CertificationsForm(List<CertificationForm> certifications) {}

    /** @param expiresOn the last day that counts; left out, it never expires */
    public record CertificationForm(String name, String issuer, String number, String validFrom, String expiresOn) {}

    /** The active staff by account name, all or those with a skill. */
    @GET
    public Map<String, Object> list(
            @QueryParam("skill") String skill, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.staff(skill, limit, after), member -> {
            Map<String, Object> json = head(member);
            json.put("skills", member.skills());
            json.put("certifications", member.certifications());
            return json;
        });
    }

    @GET
    @Path("{name}/skills")
    public Response skills(@PathParam("name") String name) {
        StaffMember member = queries.member(name);
        Map<String, Object> json = head(member);
        json.put("skills", member.skills());
        return Response.ok(json).tag(Tags.of(member.version())).build();
    }

    /** All skills that the person has, and no others. */
    @PUT
    @Path("{name}/skills")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setSkills(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, SkillsForm form) {
        List<GivenSkill> given = new ArrayList<>();
        for (SkillForm skill : required("skills", form.skills())) {
            given.add(new GivenSkill(skill.code(), skill.level()));
        }
        administration.setSkills(name, given, Tags.version(ifMatch));
        return skills(name);
    }

    @GET
    @Path("{name}/certifications")
    public Response certifications(@PathParam("name") String name) {
        StaffMember member = queries.member(name);
        Map<String, Object> json = head(member);
        json.put("certifications", member.certifications());
        return Response.ok(json).tag(Tags.of(member.version())).build();
    }

    /** All certificates that the person holds, and no others. One that differs in its last day only is renewed. */
    @PUT
    @Path("{name}/certifications")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setCertifications(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, CertificationsForm form) {
        List<Certificate> given = new ArrayList<>();
        for (CertificationForm each : required("certifications", form.certifications())) {
            String place = "certifications[" + given.size() + "].";
            given.add(Certificate.of(
                    place,
                    each.name(),
                    each.issuer(),
                    each.number(),
                    Query.date(place + "validFrom", each.validFrom()),
                    Query.date(place + "expiresOn", each.expiresOn())));
        }
        administration.setCertifications(name, given, Tags.version(ifMatch));
        return certifications(name);
    }

    private static <T> List<T> required(String field, List<T> given) {
        if (given == null || given.stream().anyMatch(Objects::isNull)) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return given;
    }

    private static Map<String, Object> head(StaffMember member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", member.account());
        json.put("name", member.name());
        json.put("level", member.level());
        return json;
    }
}

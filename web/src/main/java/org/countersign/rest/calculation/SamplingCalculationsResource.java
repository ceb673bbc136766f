package org.countersign.rest.calculation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.quality.model.Aql;
import org.countersign.quality.model.InspectedLot;
import org.countersign.quality.model.Inspection;
import org.countersign.quality.model.InspectionHistory;
import org.countersign.quality.model.InspectionLevel;
import org.countersign.quality.model.LotEvent;
import org.countersign.quality.model.SamplingPlan;
import org.countersign.quality.model.SamplingScheme;
import org.countersign.quality.model.SamplingTables;
import org.countersign.quality.model.SwitchingRules;

/** Sampling plans and switching rules of ISO 2859-1 for planning and for checking us; nothing is stored. */
@Path("/calculations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SamplingCalculationsResource {

    /** @param scheme {@code ISO-2859-1} when left out */
    public record PlanForm(Long lotSize, String level, String aql, String inspection, String scheme) {}

    public record LotForm(Long lotSize, Integer nonconforming, String event) {}

    public record HistoryForm(String level, String aql, String scheme, List<LotForm> lots) {}

    @POST
    @Path("sampling-plan")
    public Map<String, Object> plan(PlanForm form) {
        return json(SamplingTables.plan(
                required("lotSize", form.lotSize()),
                InspectionLevel.of(required("level", form.level())),
                Aql.of(required("aql", form.aql())),
                Inspection.of(required("inspection", form.inspection())),
                scheme(form.scheme())));
    }

    @POST
    @Path("inspection-history")
    public Map<String, Object> history(HistoryForm form) {
        SwitchingRules rules = new SwitchingRules(
                InspectionLevel.of(required("level", form.level())), Aql.of(required("aql", form.aql())), scheme(form.scheme()));
        List<InspectedLot> lots = new ArrayList<>();
        for (LotForm lot : required("lots", form.lots())) {
            lots.add(new InspectedLot(
                    required("lots.lotSize", required("lots", lot).lotSize()),
                    required("lots.nonconforming", lot.nonconforming()),
                    LotEvent.of(lot.event())));
        }
        List<Map<String, Object>> steps = InspectionHistory.of(rules, lots).steps().stream()
                .map(step -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("lotSize", step.lot().lotSize());
                    json.put("nonconforming", step.lot().nonconforming());
                    json.put("inspection", step.regime());
                    json.put("plan", step.plan().map(SamplingCalculationsResource::json).orElse(null));
                    json.put("verdict", step.verdict());
                    json.put("switchingScore", step.switchingScore().isPresent() ? step.switchingScore().getAsInt() : null);
                    json.put("switchTo", step.regimeAfter() == step.regime() ? null : step.regimeAfter());
                    json.put("reason", step.reason());
                    return json;
                })
                .toList();
        return Map.of("lots", steps);
    }

    private static Map<String, Object> json(SamplingPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("codeLetter", plan.codeLetter());
        json.put("useLetter", plan.useLetter());
        json.put("sampleSize", plan.sampleSize());
        json.put("accept", plan.accept());
        json.put("reject", plan.reject());
        json.put("inspectAll", plan.inspectAll());
        return json;
    }

    private static SamplingScheme scheme(String text) {
        return text == null ? SamplingScheme.DEFAULT : SamplingScheme.of(text);
    }

    private static <T> T required(String field, T value) {
        if (value == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return value;
    }
}

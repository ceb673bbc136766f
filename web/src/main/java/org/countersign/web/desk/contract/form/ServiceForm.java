package org.countersign.web.desk.contract.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.CoveredService;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.TypedNumber;

/** A service of the contract in the form, with the availability that is promised for it. */
public final class ServiceForm extends FormRow {

    private final List<Choice> excludes;
    private String name;
    private Criticality criticality = Criticality.NORMAL;
    private String target;
    private MeasuredHours measured = MeasuredHours.SERVICE_HOURS;

    /**
     * @param service {@code null} for one that is added
     * @param promised {@code null} where no availability is
     */
    ServiceForm(int place, CoveredService service, AvailabilityTarget promised, Locale locale) {
        super("service", "contract.terms.service", place, locale);
        if (service != null) {
            name = service.name();
            criticality = service.criticality();
        }
        if (promised != null) {
            target = TypedNumber.written(promised.target(), locale);
            measured = promised.measured();
        }
        excludes = Choice.of(
                Arrays.stream(OutageCause.values()).filter(cause -> cause != OutageCause.FAULT).map(Enum::name).toList(),
                promised == null ? List.of() : promised.excludes().stream().map(Enum::name).toList(),
                cause -> Texts.of(locale, OutageCause.valueOf(cause)));
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", text());
        map.put("criticality", criticality.name());
        return map;
    }

    @Override
    Object said() {
        return isPromised() ? List.of(toMap(), promise()) : toMap();
    }

    @Override
    public String getTitle() {
        return inOneLine(name, Texts.of(locale(), criticality), isPromised() ? target.strip() + "\u00a0%" : null);
    }

    private String text() {
        return name == null ? "" : name;
    }

    /** Whether an availability is promised. */
    boolean isPromised() {
        return Parameters.text(target) != null;
    }

    /** The availability as the document has it. */
    Map<String, Object> promise() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", text());
        map.put("target", TypedNumber.plain(target, locale()));
        map.put("measured", measured.name());
        map.put("excludes", Choice.words(excludes));
        return map;
    }

    @Override
    FormInput at(String inside) {
        return labelled("name", "contract.terms.service.name");
    }

    /** @param inside the place in the promise that a refusal names */
    FormInput atPromise(String inside) {
        return inside.equals("service") ? at(inside) : labelled("target", "contract.terms.service.target");
    }

    /** Causes of outages that do not count. */
    public List<Choice> getExcludes() {
        return excludes;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Criticality getCriticality() {
        return criticality;
    }

    public void setCriticality(Criticality criticality) {
        this.criticality = criticality;
    }

    /** Percent of the month, as it was typed; empty where nothing is promised. */
    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public MeasuredHours getMeasured() {
        return measured;
    }

    public void setMeasured(MeasuredHours measured) {
        this.measured = measured;
    }
}

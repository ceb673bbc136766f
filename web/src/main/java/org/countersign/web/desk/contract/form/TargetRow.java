package org.countersign.web.desk.contract.form;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetTimes;
import org.countersign.kernel.Texts;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.ServiceTimeConverter;

/** What a set of targets promises for one priority, as it was typed, so that nothing typed is lost by adding or removing sets; empty where nothing is promised. */
public final class TargetRow {

    private final TargetForm set;
    private final int place;
    private final String priority;
    private String response;
    private String update;
    private String resolution;

    /**
     * @param place of the row in the set
     * @param times {@code null} where nothing is promised
     */
    TargetRow(TargetForm set, int place, String priority, TargetTimes times) {
        this.set = set;
        this.place = place;
        this.priority = priority;
        if (times != null) {
            response = ServiceTimeConverter.written(times.response());
            update = ServiceTimeConverter.written(times.update());
            resolution = ServiceTimeConverter.written(times.resolution());
        }
    }

    boolean isEmpty() {
        return typed(ServiceTarget.RESPONSE) == null && typed(ServiceTarget.UPDATE) == null && typed(ServiceTarget.RESOLUTION) == null;
    }

    /** The inputs in which no time stands. */
    List<FormInput> malformed() {
        List<FormInput> malformed = new ArrayList<>();
        for (ServiceTarget target : ServiceTarget.values()) {
            try {
                ServiceTimeConverter.read(typed(target));
            } catch (DateTimeParseException noTime) {
                malformed.add(input(target));
            }
        }
        return malformed;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ServiceTarget target : ServiceTarget.values()) {
            if (typed(target) != null) {
                map.put(member(target), ServiceTimeConverter.read(typed(target)).toString());
            }
        }
        return map;
    }

    FormInput input(ServiceTarget target) {
        return set.input("row:" + place + ":" + member(target), label(target));
    }

    private String label(ServiceTarget target) {
        return ScreenTexts.of(set.locale(), "contract.terms.cell", set.getNumber(), priority, Texts.of(set.locale(), target));
    }

    private String typed(ServiceTarget target) {
        String text = switch (target) {
            case RESPONSE -> response;
            case UPDATE -> update;
            case RESOLUTION -> resolution;
        };
        return text == null || text.isBlank() ? null : text;
    }

    private static String member(ServiceTarget target) {
        return target.name().toLowerCase(Locale.ROOT);
    }

    public String getPriority() {
        return priority;
    }

    /** What the inputs are, for those who do not see the table. */
    public String getResponseLabel() {
        return label(ServiceTarget.RESPONSE);
    }

    public String getUpdateLabel() {
        return label(ServiceTarget.UPDATE);
    }

    public String getResolutionLabel() {
        return label(ServiceTarget.RESOLUTION);
    }

    public String getResponse() {
        return response;
    }

    public void setResponse(String response) {
        this.response = response;
    }

    public String getUpdate() {
        return update;
    }

    public void setUpdate(String update) {
        this.update = update;
    }

    public String getResolution() {
        return resolution;
    }

    public void setResolution(String resolution) {
        this.resolution = resolution;
    }
}

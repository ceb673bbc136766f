package org.countersign.web.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.quality.model.Characteristic;
import org.countersign.quality.model.Finding;
import org.countersign.quality.service.QualityQueries;
import org.countersign.quality.service.QualityReviewing;
import org.countersign.quality.service.ReviewDetails;
import org.countersign.web.support.Messages;
import org.countersign.web.support.PageId;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** The review of a drawn ticket: the ticket's facts beside the checklist. */
@Named
@RequestScoped
public class ReviewBacking {

    /** Id of the checklist's form; its inputs are named after it. */
    private static final String FORM = "checklist:";

    @EJB
    private QualityQueries queries;

    @EJB
    private QualityReviewing reviewing;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final Map<Characteristic, String> problems = new EnumMap<>(Characteristic.class);
    private ReviewDetails details;

    /**
     * A line of the checklist as the reader filled it in.
     *
     * @param answer {@code yes}, {@code no} or {@code null}
     * @param problem what is wrong with it, or {@code null}
     */
    public record Line(Characteristic characteristic, String answer, String note, String problem) {}

    /** Called before the page is shown, so that a review that is not there is answered as such. */
    public void load() {
        getDetails();
    }

    public ReviewDetails getDetails() {
        if (details == null) {
            details = queries.review(id());
        }
        return details;
    }

    /** Whether the reader is to give it. */
    public boolean isToGive() {
        return !getDetails().given() && !getDetails().ownWork() && reader.has(Role.QUALITY_ROLE);
    }

    public Duration getWork() {
        return Duration.ofMinutes(getDetails().workMinutes());
    }

    public Duration getTravel() {
        return Duration.ofMinutes(getDetails().travelMinutes());
    }

    /** The checklist with what was filled in so far. */
    public List<Line> getLines() {
        return Arrays.stream(Characteristic.values())
                .map(characteristic ->
                        new Line(characteristic, answer(characteristic), note(characteristic), problems.get(characteristic)))
                .toList();
    }

    /** Gives the review, unless something is missing; every line that misses something says so. */
    public String give() {
        List<Finding> findings = new ArrayList<>();
        for (Characteristic characteristic : Characteristic.values()) {
            try {
                findings.add(finding(characteristic));
            } catch (BusinessRuleViolation refusal) {
                mark(characteristic, refusal);
            }
        }
        if (!problems.isEmpty()) {
            FacesContext.getCurrentInstance().validationFailed();
            return null;
        }
        boolean done = messages.attempt(() -> reviewing.give(id(), findings));
        details = null;
        if (!done) {
            return null;
        }
        messages.success("review.done", getDetails().ticket().number());
        return "/quality/lot.xhtml?faces-redirect=true&id=" + getDetails().lot();
    }

    private Finding finding(Characteristic characteristic) {
        String answer = answer(characteristic);
        if (answer == null) {
            throw BusinessRuleViolation.invalid(characteristic.name(), "review.answer-missing");
        }
        return new Finding(characteristic, answer.equals("yes"), note(characteristic));
    }

    private void mark(Characteristic characteristic, BusinessRuleViolation refusal) {
        String name = Texts.of(reader.getLocale(), characteristic);
        String problem = switch (refusal.code()) {
            case "finding-note-required" -> ScreenTexts.of(reader.getLocale(), "finding-note-required", name);
            case "finding-note-too-long" -> ScreenTexts.of(reader.getLocale(), "finding-note-too-long", name, Finding.MAXIMUM_NOTE);
            default -> ScreenTexts.of(reader.getLocale(), "review.answer-missing", name);
        };
        problems.put(characteristic, problem);
        String target = refusal.code().startsWith("finding-note") ? "note-" : "yes-";
        FacesContext.getCurrentInstance()
                .addMessage(target + characteristic.name(), new FacesMessage(FacesMessage.SEVERITY_ERROR, problem, problem));
    }

    private String answer(Characteristic characteristic) {
        String answer = request.getParameter(FORM + "conforming-" + characteristic.name());
        return "yes".equals(answer) || "no".equals(answer) ? answer : null;
    }

    private String note(Characteristic characteristic) {
        return request.getParameter(FORM + "note-" + characteristic.name());
    }

    private long id() {
        return PageId.of(request, "id", "review");
    }
}

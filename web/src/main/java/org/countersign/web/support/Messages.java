package org.countersign.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a page tells its reader: refusals beside the field and in the summary, success on the next page.
 *
 * <pre>
 * if (messages.attempt(() -> handling.escalate(number, level, reason, version))) {
 *     messages.success("ticket.done.escalated", number);
 *     return "ticket.xhtml?faces-redirect=true&amp;number=" + number;
 * }
 * return null;
 * </pre>
 */
@Named
@RequestScoped
public class Messages {

    @Inject
    private Reader reader;

    @Inject
    private Notices waiting;

    @Inject
    private HttpServletRequest request;

    private List<Notices.Notice> notices;

    /** One line of the summary; {@code target} is the client id of the field, or {@code null}. */
    public record ErrorLine(String target, String text) {}

    /**
     * Runs a use case and shows its refusal, if any, at the field that the refusal names.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable useCase) {
        return attempt(useCase, this::refuse);
    }

    /**
     * The same for a form that shows refusals in a way of its own.
     *
     * @param shown told of the refusal, if any
     */
    public boolean attempt(Runnable useCase, Consumer<BusinessRuleViolation> shown) {
        try {
            useCase.run();
            return true;
        } catch (RuntimeException failure) {
            Throwable cause = Causes.unwrap(failure);
            if (cause instanceof BusinessRuleViolation refusal && refusal.kind() != BusinessRuleViolation.Kind.NOT_FOUND) {
                shown.accept(refusal);
                return false;
            }
            if (cause instanceof OptimisticLockException) {
                shown.accept(BusinessRuleViolation.stale(""));
                return false;
            }
            throw failure;
        }
    }

    /** Shows a refusal at its field and in the summary. */
    public void refuse(BusinessRuleViolation refusal) {
        UIInput field = refusal.field() == null ? null : fieldOf(refusal.field());
        String sentence = sentence(refusal);
        FacesContext faces = FacesContext.getCurrentInstance();
        if (field != null) {
            field.setValid(false);
            // An input that is not valid shows what was submitted, and that was forgotten when the model took it.
            String typed = faces.getExternalContext().getRequestParameterMap().get(field.getClientId(faces));
            field.setSubmittedValue(typed);
            Object label = field.getAttributes().get("label");
            sentence = label == null ? sentence : label + ": " + sentence;
        }
        faces.addMessage(field == null ? null : field.getClientId(faces), error(sentence));
        faces.validationFailed();
    }

    /** The refusal in the reader's language, with days, times and spans as the reader writes them. */
    public String sentence(BusinessRuleViolation refusal) {
        Object[] named = refusal.arguments().stream()
                .map(argument -> Times.named(argument, reader.getZone(), reader.getLocale()))
                .toArray();
        return ScreenTexts.of(reader.getLocale(), refusal.code(), named);
    }

    /**
     * Shows a refusal at one input of a row, and in the summary.
     *
     * @param clientId of the input in its row
     * @param label which input that is
     */
    public void refuseAt(String clientId, String label, BusinessRuleViolation refusal) {
        String sentence = sentence(refusal);
        FacesContext.getCurrentInstance().addMessage(clientId, error(label + ": " + sentence));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** An error of the page, by the key of its text. */
    public void error(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, error(ScreenTexts.of(reader.getLocale(), key, arguments)));
        faces.validationFailed();
    }

    /** What went well, told by the next page. */
    public void success(String key, Object... arguments) {
        waiting.add("success", ScreenTexts.of(reader.getLocale(), key, arguments));
    }

    /** What the reader should know before going on, told by the next page. */
    public void warning(String key, Object... arguments) {
        waiting.add("warning", ScreenTexts.of(reader.getLocale(), key, arguments));
    }

    /** What earlier requests left to say; nothing is looked up without a session. */
    public List<Notices.Notice> getNotices() {
        if (notices == null) {
            notices = request.getSession(false) == null ? List.of() : waiting.take();
        }
        return notices;
    }

    public boolean isAnyErrors() {
        return !FacesContext.getCurrentInstance().getMessageList().isEmpty();
    }

    /** The lines of the summary, in the order in which they were found. */
    public List<ErrorLine> getErrors() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<ErrorLine> lines = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            for (FacesMessage message : faces.getMessageList(id)) {
                message.rendered();
                lines.add(new ErrorLine(id, message.getSummary()));
            }
        }
        return lines;
    }

    private static FacesMessage error(String sentence) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence);
    }

    private static UIInput fieldOf(String id) {
        for (UIComponent child : FacesContext.getCurrentInstance().getViewRoot().getChildren()) {
            UIInput found = find(child, id, false);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The input with this id in the form that was sent. */
    private static UIInput find(UIComponent component, String id, boolean inSentForm) {
        boolean sent = inSentForm || component instanceof UIForm form && form.isSubmitted();
        if (sent && component instanceof UIInput input && id.equals(component.getId())) {
            return input;
        }
        for (Iterator<UIComponent> children = component.getFacetsAndChildren(); children.hasNext(); ) {
            UIInput found = find(children.next(), id, sent);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

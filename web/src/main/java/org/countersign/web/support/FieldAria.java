package org.countersign.web.support;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Ties an input inside {@code cs:field} to its help and its error for those who do not see them: {@code aria-describedby},
 * {@code aria-invalid} and {@code aria-required}.
 */
public class FieldAria implements SystemEventListener {

    /** Attribute of the field's panel: whether it has a text of help. */
    static final String HELP = "csHelp";

    /** Attribute of the field's panel: whether an entry is needed. */
    static final String REQUIRED = "csRequired";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput && !(source instanceof UIViewParameter);
    }

    @Override
    public void processEvent(SystemEvent event) {
        UIInput input = (UIInput) event.getSource();
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, Object> attributes = input.getPassThroughAttributes(true);
        UIComponent field = input.getParent();
        String id = input.getClientId(faces);
        StringJoiner described = new StringJoiner(" ").setEmptyValue("");
        if (field != null && Boolean.TRUE.equals(field.getAttributes().get(HELP))) {
            described.add(id + "_help");
        }
        boolean valid = input.isValid() && faces.getMessageList(id).isEmpty();
        if (!valid) {
            described.add(id + "_error");
        }
        put(attributes, "aria-describedby", described.toString());
        put(attributes, "aria-invalid", valid ? "" : "true");
        boolean needed = input.isRequired() || field != null && Boolean.TRUE.equals(field.getAttributes().get(REQUIRED));
        put(attributes, "aria-required", needed ? "true" : "");
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value.isEmpty()) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }
}

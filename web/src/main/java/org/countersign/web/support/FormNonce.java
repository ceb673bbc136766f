package org.countersign.web.support;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIOutput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/**
 * Puts the nonce of the content-security policy into every form and keeps it with the view; {@link NonceCheck} compares the two when the
 * form comes back. PrimeFaces adds its own field only where its scripts are loaded, and compares it with nothing.
 */
public class FormNonce implements SystemEventListener {

    /** The request parameter that carries the nonce; PrimeFaces' own name, whose scripts send it too. */
    static final String PARAMETER = "primefaces.nonce";

    private static final String IN_VIEW = FormNonce.class.getName();

    /** What the forms of this view were given, or null where it was never shown with a form. */
    static String of(UIViewRoot view) {
        return (String) view.getAttributes().get(IN_VIEW);
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIForm;
    }

    @Override
    public void processEvent(SystemEvent event) {
        UIForm form = (UIForm) event.getSource();
        boolean there = form.getChildren().stream().anyMatch(child -> child instanceof Field);
        if (!there) {
            Field field = new Field();
            field.setId("cspNonce");
            field.setTransient(true);
            form.getChildren().add(field);
        }
    }

    /** The hidden input. */
    public static class Field extends UIComponentBase {

        @Override
        public String getFamily() {
            return UIOutput.COMPONENT_FAMILY;
        }

        @Override
        public void encodeBegin(FacesContext context) throws IOException {
            String nonce = PrimeFacesContext.getCspState(context).getNonce();
            context.getViewRoot().getAttributes().put(IN_VIEW, nonce);
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("input", this);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", PARAMETER, null);
            writer.writeAttribute("value", nonce, null);
            writer.endElement("input");
        }

        @Override
        public void encodeEnd(FacesContext context) {
            // All is written at the beginning; there is no renderer to ask.
        }
    }
}

package org.countersign.web.support;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIOutput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/**
 * Puts the nonce of the content-security policy into every form. PrimeFaces compares it on every post, but adds it only to forms of pages
 * that load its scripts.
 */
public class FormNonce implements SystemEventListener {

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
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("input", this);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", "primefaces.nonce", null);
            writer.writeAttribute("value", PrimeFacesContext.getCspState(context).getNonce(), null);
            writer.endElement("input");
        }

        @Override
        public void encodeEnd(FacesContext context) {
            // All is written at the beginning; there is no renderer to ask.
        }
    }
}

package org.countersign.web.support;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Refuses a form that does not bring the nonce its view was shown with, before any of its values is read. The reader is told the same as
 * when the view has expired: the page comes back, nothing was done.
 */
public class NonceCheck implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        UIViewRoot view = faces.getViewRoot();
        if (!faces.isPostback() || view == null || faces.getResponseComplete()) {
            return;
        }
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // A post that was refused before it came to its page: the page about that is only shown.
            faces.renderResponse();
            return;
        }
        String sent = faces.getExternalContext().getRequestParameterMap().get(FormNonce.PARAMETER);
        if (!same(FormNonce.of(view), sent)) {
            throw new ViewExpiredException("The form does not carry the nonce of its view", view.getViewId());
        }
    }

    /** Whether both are there and equal; takes as long for a near miss as for a far one. */
    static boolean same(String given, String sent) {
        return given != null
                && sent != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}

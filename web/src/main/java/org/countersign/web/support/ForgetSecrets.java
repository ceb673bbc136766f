package org.countersign.web.support;

import jakarta.faces.component.html.HtmlInputSecret;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/** What was typed as a password is gone when a page is shown: it would stay with the page's state, in the session, until the form is right. */
public class ForgetSecrets implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof HtmlInputSecret;
    }

    @Override
    public void processEvent(SystemEvent event) {
        HtmlInputSecret secret = (HtmlInputSecret) event.getSource();
        secret.setSubmittedValue(null);
        if (secret.isLocalValueSet()) {
            secret.setValue(null);
            secret.setLocalValueSet(false);
        }
    }
}

package org.countersign.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;

/** The sign-out button. */
@Named
@RequestScoped
public class SignOutBacking {

    public void leave() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().invalidateSession();
        faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + "/sign-in.xhtml");
        faces.responseComplete();
    }
}

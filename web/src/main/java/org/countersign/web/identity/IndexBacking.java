package org.countersign.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.countersign.web.support.Reader;

/** The address without a page: goes where the reader's work begins. */
@Named
@RequestScoped
public class IndexBacking {

    @Inject
    private Reader reader;

    public void goHome() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + reader.getHome());
        faces.responseComplete();
    }
}

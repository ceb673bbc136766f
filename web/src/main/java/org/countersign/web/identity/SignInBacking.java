package org.countersign.web.identity;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.countersign.identity.model.SignedIn;
import org.countersign.identity.service.SignIn;
import org.countersign.web.support.CountersignAuthentication;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInBacking {

    @EJB
    private SignIn signIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Reader reader;

    private String name;
    private String password;
    private String to;

    /** Signs in and goes where the reader wanted to go; a wrong name and a wrong password read alike. */
    public void enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<SignedIn> known = signIn.byPassword(name, password.toCharArray());
        password = null;
        if (known.isEmpty()) {
            faces.addMessage(
                    null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, ScreenTexts.of(reader.getLocale(), "sign-in.refused"), null));
            return;
        }
        CountersignAuthentication.open(request, known.get().caller().accountId(), known.get().mark());
        faces.getExternalContext().redirect(request.getContextPath() + (isOwnPage(to) ? to : "/index.xhtml"));
        faces.responseComplete();
    }

    /** A path of this application and nothing that a browser could read as another site. */
    static boolean isOwnPage(String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c < 0x20 || c == '\\');
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}

package org.countersign.web.admin;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import org.countersign.identity.service.IssuedToken;

/** The secret of a token between its issue and the page that shows it, over the redirect; whoever takes it, takes it away. */
@SessionScoped
public class NewSecret implements Serializable {

    private static final long serialVersionUID = 1L;

    private String account;
    private String label;
    private String secret;

    /** A secret to show. */
    public record Shown(String label, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Shown[" + label + "]";
        }
    }

    synchronized void keep(String issuedTo, IssuedToken token) {
        account = issuedTo;
        label = token.label();
        secret = token.secret();
    }

    /** The secret that was issued to the account just now; whichever there was is gone then. */
    synchronized Optional<Shown> take(String askedFor) {
        Optional<Shown> shown = askedFor.equals(account) ? Optional.of(new Shown(label, secret)) : Optional.empty();
        account = null;
        label = null;
        secret = null;
        return shown;
    }
}

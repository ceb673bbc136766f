package org.countersign.identity.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import org.countersign.identity.model.PasswordPolicy;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.InstallationKind;
import org.countersign.kernel.Settings;
import org.countersign.kernel.schema.DatabaseStartUp;

/**
 * The first way into a new installation: at the first start, {@code COUNTERSIGN_ADMIN_PASSWORD} (and, optionally,
 * {@code COUNTERSIGN_ADMIN_EMAIL}) makes the account {@value #NAME}. Once there are accounts, the variables mean nothing and should go.
 */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {

    /** The account's name. */
    public static final String NAME = "admin";

    static final String PASSWORD_SETTING = "countersign.admin.password";

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @EJB
    AccountAdministration administration;

    @PostConstruct
    void start() {
        if (InstallationKind.configured() == InstallationKind.PRODUCTION) {
            CallContext.runAsSystem(
                    null,
                    () -> LOG.info(settle(
                            Settings.text(PASSWORD_SETTING, null), Settings.text("countersign.admin.email", "admin@localhost.localdomain"))));
        }
    }

    /** Does what the settings ask for; answers what there is to tell the administrator. */
    String settle(String password, String email) {
        if (administration.hasAccounts()) {
            return password == null
                    ? "Accounts: there are some."
                    : "Accounts: there are some, so COUNTERSIGN_ADMIN_PASSWORD was not used. Remove it from the environment.";
        }
        if (password == null) {
            return "Accounts: there is none, so nobody can sign in. Set COUNTERSIGN_ADMIN_PASSWORD (at least " + PasswordPolicy.MINIMUM
                    + " characters) and start again; the account \"" + NAME + "\" is then made.";
        }
        try {
            administration.createFirstAdministrator(email, password);
        } catch (BusinessRuleViolation refused) {
            return "Accounts: there is none, and COUNTERSIGN_ADMIN_PASSWORD or COUNTERSIGN_ADMIN_EMAIL was refused (" + refused.code()
                    + "). A password has at least " + PasswordPolicy.MINIMUM + " characters and is not made of few. Set it and start again.";
        } catch (jakarta.ejb.EJBException e) {
            if (!administration.hasAccounts()) {
                throw e;
            }
            // Another node of the same installation was faster.
        }
        return "Accounts: \"" + NAME + "\" was made with the password of COUNTERSIGN_ADMIN_PASSWORD. Remove the variable from the environment.";
    }
}

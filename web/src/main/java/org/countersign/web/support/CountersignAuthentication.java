package org.countersign.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.SignIn;
import org.countersign.kernel.CallContext;

/**
 * The one way in: a bearer token under {@code /api}, the signed-in session everywhere else. The account is read again on every request, so
 * that a role taken away counts at once. There is one mechanism because a web application can have only one.
 */
@ApplicationScoped
public class CountersignAuthentication implements HttpAuthenticationMechanism {

    /** Session attribute that holds the id of the signed-in account. */
    private static final String ACCOUNT = "countersign.account";

    /** Session attribute that holds the mark of the password with which the account signed in. */
    private static final String MARK = "countersign.mark";

    /** Request attribute that holds the {@link Caller}. */
    public static final String CALLER = "countersign.caller";

    private static final Logger LOG = Logger.getLogger(CountersignAuthentication.class.getName());

    private static final String BEARER = "Bearer ";

    @EJB
    private SignIn signIn;

    /** From now on the session is that of an account that has just given its password. Nobody goes on with a session's old name. */
    public static void open(HttpServletRequest request, long accountId, String mark) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, accountId);
        session.setAttribute(MARK, mark);
    }

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        CallContext.enter("anonymous", request.getRemoteAddr());
        try {
            return isApi(request) ? byToken(request, response, context) : bySession(request, response, context);
        } catch (RuntimeException failure) {
            if (!Causes.databaseAway(failure)) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The database does not answer: {0}", failure.getMessage());
            return sendUnavailable(request, response);
        }
    }

    private static AuthenticationStatus sendUnavailable(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", Integer.toString(Causes.RETRY_AFTER_SECONDS));
        if (isApi(request)) {
            Problems.write(response, 503, "temporarily-unavailable", Problems.locale(request));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        try {
            response.sendError(503);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus byToken(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Optional<Caller> caller = signIn.byToken(header.substring(BEARER.length()).strip());
            if (caller.isPresent()) {
                return accept(request, caller.get(), context);
            }
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Countersign\"");
        Problems.write(response, 401, "unauthorized", Problems.locale(request));
        // "Continue", not "failure": the container would put an HTML page of its own in place of the problem.
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus bySession(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        Object account = session == null ? null : session.getAttribute(ACCOUNT);
        if (account instanceof Long id) {
            Optional<Caller> caller = signIn.again(id, (String) session.getAttribute(MARK));
            if (caller.isPresent()) {
                return accept(request, caller.get(), context);
            }
            session.invalidate();
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return redirectToSignIn(request, response);
    }

    private static AuthenticationStatus redirectToSignIn(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        String target = request.getContextPath() + "/sign-in.xhtml?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus accept(HttpServletRequest request, Caller caller, HttpMessageContext context) {
        request.setAttribute(CALLER, caller);
        CallContext.enter(caller.name(), request.getRemoteAddr(), caller);
        Set<String> roles = caller.roles().stream().map(Role::name).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(caller.name(), roles);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}

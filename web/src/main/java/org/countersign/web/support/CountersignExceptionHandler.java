package org.countersign.web.support;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Turns what pages do not handle themselves into what the reader understands: a refusal becomes a message, a view that expired comes back
 * with a word about it, a stranger's thing is not found, and everything else is logged under an id, which is all that the reader sees.
 */
public class CountersignExceptionHandler extends ExceptionHandlerWrapper {

    /** Request attribute with the id under which a failure was logged. */
    public static final String FAILURE = "countersign.failure";

    private static final Logger LOG = Logger.getLogger(CountersignExceptionHandler.class.getName());

    CountersignExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    /** Makes the handlers; named in {@code faces-config.xml}. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new CountersignExceptionHandler(getWrapped().getExceptionHandler());
        }
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable failure = events.next().getContext().getException();
            events.remove();
            try {
                answer(faces, failure);
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable failure) throws IOException {
        if (expired(failure) || unrestored(faces, failure)) {
            Messages messages = CDI.current().select(Messages.class).get();
            messages.warning("page.expired");
            redirectToItself(faces);
            return;
        }
        Throwable cause = Causes.unwrap(failure);
        if (cause instanceof BusinessRuleViolation refusal) {
            answer(faces, refusal);
        } else if (cause instanceof OptimisticLockException) {
            answer(faces, BusinessRuleViolation.stale(""));
        } else if (cause instanceof EJBAccessException) {
            sendError(faces, 403);
        } else if (Causes.databaseAway(failure)) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", failure.getMessage());
            faces.getExternalContext().setResponseHeader("Retry-After", Integer.toString(Causes.RETRY_AFTER_SECONDS));
            sendError(faces, 503);
        } else {
            fail(faces, failure);
        }
    }

    private static void answer(FacesContext faces, BusinessRuleViolation refusal) throws IOException {
        boolean rendering = faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        boolean canShow = faces.isPostback() && !rendering && faces.getViewRoot() != null;
        switch (refusal.kind()) {
            case NOT_FOUND -> sendError(faces, 404);
            case FORBIDDEN -> showOr(faces, refusal, canShow, 403);
            case INVALID -> showOr(faces, refusal, canShow, 404);
            default -> showOr(faces, refusal, canShow, 500);
        }
    }

    private static void showOr(FacesContext faces, BusinessRuleViolation refusal, boolean canShow, int status) throws IOException {
        if (canShow) {
            CDI.current().select(Messages.class).get().refuse(refusal);
            faces.renderResponse();
        } else {
            sendError(faces, status);
        }
    }

    private static void fail(FacesContext faces, Throwable failure) throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        faces.getExternalContext().getRequestMap().put(FAILURE, id);
        LOG.log(Level.SEVERE, "Page failed, id " + id, failure);
        sendError(faces, 500);
    }

    private static void sendError(FacesContext faces, int status) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
            external.responseSendError(status, null);
        }
        faces.responseComplete();
    }

    /** Only by a path of our own: the address that was posted to. */
    private static void redirectToItself(FacesContext faces) throws IOException {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        String query = request.getQueryString();
        // A second failure of the same request has its answer already.
        if (!faces.getExternalContext().isResponseCommitted()) {
            faces.getExternalContext().redirect(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        faces.responseComplete();
    }

    /** A view state that nothing can be made of, e.g. one that nobody was ever given. */
    private static boolean unrestored(FacesContext faces, Throwable failure) {
        return failure instanceof FacesException && faces.isPostback() && faces.getCurrentPhaseId() == PhaseId.RESTORE_VIEW;
    }

    private static boolean expired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException || cause.getClass().getName().endsWith(".CspException")) {
                return true;
            }
        }
        return false;
    }
}

package org.countersign.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The page for failures: an id to ask about, and nothing of the inside. */
@Named
@RequestScoped
public class FailureBacking {

    private static final Logger LOG = Logger.getLogger(FailureBacking.class.getName());

    @Inject
    private HttpServletRequest request;

    /** The id under which the failure stands in the log; a failure outside pages is logged here. */
    public String getId() {
        Object id = request.getAttribute(CountersignExceptionHandler.FAILURE);
        if (id == null) {
            id = UUID.randomUUID().toString().substring(0, 8);
            request.setAttribute(CountersignExceptionHandler.FAILURE, id);
            LOG.log(
                    Level.SEVERE,
                    "Request failed, id " + id + ", " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        return id.toString();
    }
}

package org.countersign.rest.support;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.audit.service.RefusalRecorder;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Causes;
import org.countersign.web.support.Problems;
import org.countersign.web.support.Problems.Violation;

/** Every failure of a call as a problem document; what is our own fault shows an id only, and the log has the rest under that id. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @EJB
    private RefusalRecorder refusals;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        Locale locale = Problems.locale(request);
        Throwable cause = Causes.unwrap(failure);
        if (cause instanceof BusinessRuleViolation violation) {
            return ofRule(violation, locale);
        }
        if (cause instanceof MalformedBody malformed) {
            return ofBody(malformed, locale);
        }
        if (cause instanceof OptimisticLockException) {
            return ofRule(BusinessRuleViolation.stale(""), locale);
        }
        if (cause instanceof EJBAccessException) {
            refusals.record(request.getMethod() + " " + request.getRequestURI(), "forbidden", "");
            return answer(403, "forbidden", Texts.find(locale, "forbidden").orElse("forbidden"), List.of(), locale);
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            if (status < 500) {
                String code = "http-" + status;
                return answer(status, code, Texts.find(locale, "problem." + status).orElse(web.getMessage()), List.of(), locale);
            }
        }
        if (Causes.databaseAway(failure)) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", failure.getMessage());
            return Response.fromResponse(answer(
                            503, "temporarily-unavailable", Texts.find(locale, "temporarily-unavailable").orElse(""), List.of(), locale))
                    .header(HttpHeaders.RETRY_AFTER, Causes.RETRY_AFTER_SECONDS)
                    .build();
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, "Request failed, id " + id, failure);
        return answer(500, "internal-error", Texts.find(locale, "internal-error", id).orElse(id), List.of(), locale);
    }

    private Response ofRule(BusinessRuleViolation violation, Locale locale) {
        int status =
                switch (violation.kind()) {
                    case INVALID -> 422;
                    case CONFLICT -> 409;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case STALE -> headers.getHeaderString(HttpHeaders.IF_MATCH) == null ? 409 : 412;
                };
        String text = Texts.of(locale, violation);
        List<Violation> violations = violation.field() == null
                ? List.of()
                : List.of(new Violation(violation.field(), violation.code(), text));
        return answer(status, violation.code(), text, violations, locale);
    }

    private Response ofBody(MalformedBody malformed, Locale locale) {
        List<Violation> violations = malformed.faults().stream()
                .filter(fault -> fault.field() != null)
                .map(fault -> new Violation(fault.field(), fault.code(), text(fault, locale)))
                .toList();
        return answer(
                malformed.status(), malformed.faults().get(0).code(), text(malformed.faults().get(0), locale), violations, locale);
    }

    private static String text(MalformedBody.Fault fault, Locale locale) {
        return Texts.find(locale, fault.code(), fault.arguments()).orElse(fault.code());
    }

    private static Response answer(int status, String code, String detail, List<Violation> violations, Locale locale) {
        return Response.status(status)
                .type(Problems.MEDIA_TYPE)
                .entity(Problems.json(status, code, detail, violations, locale).toString())
                .build();
    }
}

package org.countersign.rest.support;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.idempotency.IdempotentRequests;

/**
 * A POST with an {@code Idempotency-Key} runs in one transaction with the record of its answer: the same key and body again get that answer,
 * whatever happened in between. A secret in it is not kept ({@link ToldOnce}).
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "Idempotency-Key";

    private static final String CLAIMED = "countersign.idempotency.key";
    private static final int MAXIMUM_BODY = 32 * 1024 * 1024;

    @EJB
    private IdempotentRequests requests;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction transaction;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !request.getMethod().equals("POST")) {
            return;
        }
        if (key.isBlank() || key.length() > 200) {
            throw BusinessRuleViolation.invalid(HEADER, "idempotency-key-malformed", 200);
        }
        String account = request.getSecurityContext().getUserPrincipal().getName();
        String fingerprint = fingerprint(request);
        // Most keys are new, so the claim comes first and only the loser of it reads.
        try {
            transaction.begin();
            if (requests.claim(account, key, fingerprint)) {
                request.setProperty(CLAIMED, key);
                return;
            }
            transaction.rollback();
        } catch (jakarta.transaction.NotSupportedException | jakarta.transaction.SystemException e) {
            throw new IllegalStateException(e);
        }
        request.abortWith(requests.find(account, key, fingerprint)
                .map(IdempotencyFilter::replay)
                .orElseThrow(() -> BusinessRuleViolation.conflict("idempotency-key-in-use")));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        String key = (String) request.getProperty(CLAIMED);
        if (key == null) {
            return;
        }
        request.removeProperty(CLAIMED);
        try {
            if (response.getStatus() >= 400 || transaction.getStatus() != Status.STATUS_ACTIVE) {
                transaction.rollback();
                return;
            }
            Object entity = response.getEntity() instanceof ToldOnce once ? once.withoutSecret() : response.getEntity();
            String body = entity == null ? null : entity instanceof String text ? text : JsonTree.of(entity).toString();
            requests.keep(
                    request.getSecurityContext().getUserPrincipal().getName(),
                    key,
                    new IdempotentRequests.Answer(
                            response.getStatus(),
                            response.getHeaderString(HttpHeaders.LOCATION),
                            response.getHeaderString(HttpHeaders.ETAG),
                            body));
            transaction.commit();
        } catch (jakarta.transaction.RollbackException e) {
            throw new jakarta.persistence.OptimisticLockException(e);
        } catch (jakarta.transaction.SystemException
                | jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response replay(IdempotentRequests.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        return response.build();
    }

    private static String fingerprint(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(MAXIMUM_BODY + 1);
        if (body.length > MAXIMUM_BODY) {
            throw new MalformedBody(413, "body-too-large", MAXIMUM_BODY);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}

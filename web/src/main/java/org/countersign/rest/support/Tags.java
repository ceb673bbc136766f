package org.countersign.rest.support;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.countersign.kernel.BusinessRuleViolation;

/** Entity tags: the version of what was read. */
public final class Tags {

    private Tags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version named by {@code If-Match}, or {@code null} when there is no such header or it is {@code *}.
     *
     * @throws BusinessRuleViolation {@code changed-meanwhile} for a tag that we never gave
     */
    public static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw BusinessRuleViolation.stale("");
        }
    }

    /** The version named by {@code If-Match} where the header is required: 428 without it. */
    public static long requiredVersion(String ifMatch) {
        Long version = version(ifMatch);
        if (version == null) {
            throw new jakarta.ws.rs.ClientErrorException(Response.status(428).build());
        }
        return version;
    }
}

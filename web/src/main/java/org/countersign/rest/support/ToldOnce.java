package org.countersign.rest.support;

/**
 * An answer with a secret in it. It is given once: what is kept for a repeated request, and what that one answers, is
 * {@link #withoutSecret()}.
 */
public interface ToldOnce {

    Object withoutSecret();
}

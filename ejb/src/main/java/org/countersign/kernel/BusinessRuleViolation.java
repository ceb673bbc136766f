package org.countersign.kernel;

import java.util.List;

/**
 * A request that the rules of the trade refuse. It carries a stable {@link #code()} that every surface (screen, API,
 * audit) shows or translates; the text of a code lives in the bundles {@code org.countersign.rules}.
 *
 * <p>It is declared an application exception with rollback in {@code ejb-jar.xml}, so it crosses EJB boundaries unwrapped.
 */
public class BusinessRuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How a refusal is answered over HTTP; screens show all of them as a message. */
    public enum Kind {
        /** The input is wrong: 422, with the field named. */
        INVALID,
        /** The state does not allow it: 409. */
        CONFLICT,
        /** The caller may not do it: 403. */
        FORBIDDEN,
        /** Somebody changed it since the caller looked: 412 when the caller named a version, else 409. */
        STALE,
        /** There is no such thing, or not for this caller: 404, always the same answer. */
        NOT_FOUND
    }

    private final Kind kind;
    private final String code;
    private final String field;
    private final transient List<Object> arguments;

    private BusinessRuleViolation(Kind kind, String code, String field, Object... arguments) {
        super(code + (arguments.length == 0 ? "" : " " + List.of(arguments)));
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.arguments = List.of(arguments);
    }

    public static BusinessRuleViolation invalid(String field, String code, Object... arguments) {
        return new BusinessRuleViolation(Kind.INVALID, code, field, arguments);
    }

    public static BusinessRuleViolation conflict(String code, Object... arguments) {
        return new BusinessRuleViolation(Kind.CONFLICT, code, null, arguments);
    }

    public static BusinessRuleViolation forbidden(String code, Object... arguments) {
        return new BusinessRuleViolation(Kind.FORBIDDEN, code, null, arguments);
    }

    /** The thing changed since the caller looked. */
    public static BusinessRuleViolation stale(String what) {
        return new BusinessRuleViolation(Kind.STALE, "changed-meanwhile", null, what);
    }

    public static BusinessRuleViolation notFound(String what, Object id) {
        return new BusinessRuleViolation(Kind.NOT_FOUND, "not-found", null, what, String.valueOf(id));
    }

    public Kind kind() {
        return kind;
    }

    /** Stable rule code, kebab case, e.g. {@code ticket-not-resolved}. */
    public String code() {
        return code;
    }

    /** The input field at fault, or {@code null} when no single field is. */
    public String field() {
        return field;
    }

    /** What the bundle's text of the code puts into {@code {0}}, {@code {1}} … */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}

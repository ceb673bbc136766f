package org.countersign.rest.support;

import java.util.List;

/** A request body that is not what the call takes: 400, or 413 when it is too large. */
public class MalformedBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One thing that is wrong, by field, with the code of its text and that text's arguments. */
    public record Fault(String field, String code, Object... arguments) {}

    private final int status;
    private final transient List<Fault> faults;

    MalformedBody(int status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.faults = List.of(new Fault(null, code, arguments));
    }

    /** A body of more than {@code maximum} bytes: 413. */
    public static MalformedBody tooLarge(int maximum) {
        return new MalformedBody(413, "body-too-large", maximum);
    }

    MalformedBody(List<Fault> faults) {
        super(faults.get(0).code());
        this.status = 400;
        this.faults = List.copyOf(faults);
    }

    int status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }
}

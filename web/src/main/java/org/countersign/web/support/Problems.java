package org.countersign.web.support;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.countersign.identity.model.Caller;
import org.countersign.kernel.Texts;

/** Refusals over HTTP, in the form of RFC 9457 ({@code application/problem+json}). */
public final class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** What is wrong with one field of the input. */
    public record Violation(String field, String code, String message) {}

    public static JsonObject json(int status, String code, String detail, List<Violation> violations, Locale locale) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "urn:countersign:problem:" + code)
                .add("title", Texts.find(locale, "problem." + status).orElse("HTTP " + status))
                .add("status", status)
                .add("detail", detail)
                .add("code", code);
        if (!violations.isEmpty()) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            for (Violation violation : violations) {
                array.add(Json.createObjectBuilder()
                        .add("field", violation.field())
                        .add("code", violation.code())
                        .add("message", violation.message()));
            }
            problem.add("violations", array);
        }
        return problem.build();
    }

    /** Writes a problem whose detail is the text of its code. */
    public static void write(HttpServletResponse response, int status, String code, Locale locale) {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter()
                    .write(json(status, code, Texts.find(locale, code).orElse(code), List.of(), locale).toString());
            // Sent now: the container would put an HTML page of its own in its place.
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The caller's language, else the request's. */
    public static Locale locale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            return Texts.supported(request.getLocale());
        }
        Object caller = request.getAttribute(CountersignAuthentication.CALLER);
        return Texts.supported(caller instanceof Caller known ? Locale.forLanguageTag(known.language()) : Locale.ENGLISH);
    }
}

package org.countersign.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.countersign.kernel.CallContext;

/** The headers every answer carries, and the end of the call's context. */
@WebFilter("/*")
public class RequestBoundaries extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Reader reader;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        boolean resource = request.getRequestURI().contains("/jakarta.faces.resource/");
        if (!resource) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        try {
            if (hasNul(request)) {
                refuse(request, response);
                return;
            }
            if (isForm(request) && hasNulInside(request)) {
                refuse(request, response);
                return;
            }
            if (isUpload(request) && !isReadable(request)) {
                notices.add("warning", ScreenTexts.of(reader.getLocale(), "page.upload-too-large"));
                String query = request.getQueryString();
                response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
                return;
            }
            chain.doFilter(request, response);
        } finally {
            CallContext.leave();
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data") && request.getRequestURI().endsWith(".xhtml");
    }

    /** The container refuses what is beyond the limits of {@code web.xml} when the form is read first. */
    private static boolean isReadable(HttpServletRequest request) throws IOException, ServletException {
        try {
            // Browsers do not name the encoding of a form's parts; it is the page's.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
            request.getParts();
            return true;
        } catch (IllegalStateException tooLarge) {
            return false;
        }
    }

    /** PostgreSQL takes no NUL in any text, and EclipseLink takes its refusal for a lost connection, which it tries again for seconds. */
    private static boolean hasNul(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().contains("%00") || query != null && (query.contains("%00") || query.indexOf(0) >= 0);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean hasNulInside(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return request.getParameterMap().entrySet().stream()
                .anyMatch(field -> field.getKey().indexOf(0) >= 0 || Arrays.stream(field.getValue()).anyMatch(value -> value.indexOf(0) >= 0));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            Problems.write(response, 400, "control-character", Problems.locale(request));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

package org.countersign.web.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.countersign.kernel.CallContext;

/** The headers every answer carries, and the end of the call's context. */
@WebFilter("/*")
public class RequestBoundaries extends HttpFilter {

    private static final long serialVersionUID = 1L;

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
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            CallContext.leave();
        }
    }

    /** PostgreSQL takes no NUL in any text, and EclipseLink takes its refusal for a lost connection, which it tries again for seconds. */
    private static boolean hasNul(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().contains("%00") || query != null && (query.contains("%00") || query.indexOf(0) >= 0);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            Problems.write(response, 400, "control-character", Problems.locale(request));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

package org.countersign.web.rota;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.rota.service.DutyCalendars;

/**
 * A person's duties for a calendar program, which cannot sign in but knows the secret address: {@code /calendar/<secret>.ics}. A secret that
 * nobody has is answered like a page that does not exist.
 */
@WebServlet("/calendar/*")
public class DutyFeedFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{20,100})\\.ics");

    @EJB
    private transient DutyCalendars calendars;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<String> calendar = path.matches() ? calendars.bySecret(path.group(1)) : Optional.empty();
        if (calendar.isEmpty()) {
            response.sendError(404);
            return;
        }
        byte[] content = calendar.get().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Content-Disposition", "attachment; filename=\"duties.ics\"");
        response.setContentType("text/calendar;charset=UTF-8");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}

package org.countersign.web.ticket;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.service.AttachmentContent;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.web.support.Causes;
import org.countersign.web.support.Downloads;

/** Files of tickets: {@code /files/ticket/<number>/<id>}. Who may read the ticket may read them. */
@WebServlet("/files/ticket/*")
public class TicketFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([^/]{1,40})/([0-9]{1,18})");

    @EJB
    private transient TicketQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(404);
            return;
        }
        try {
            send(queries.attachment(path.group(1), Long.parseLong(path.group(2))), response);
        } catch (RuntimeException failure) {
            Throwable cause = Causes.unwrap(failure);
            if (cause instanceof BusinessRuleViolation) {
                response.sendError(404);
            } else if (cause instanceof EJBAccessException) {
                response.sendError(403);
            } else {
                throw failure;
            }
        }
    }

    /** Never shown inside our own pages, whatever it is: always as a download, in a sandbox of its own. */
    private static void send(AttachmentContent file, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Disposition", Downloads.disposition(file.name()));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentType("application/octet-stream");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }
}

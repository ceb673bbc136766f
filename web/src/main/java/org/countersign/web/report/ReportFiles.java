package org.countersign.web.report;

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
import org.countersign.report.service.ReportDocument;
import org.countersign.report.service.ReportQueries;
import org.countersign.web.support.Causes;
import org.countersign.web.support.Downloads;

/** Service reports as PDF: {@code /files/report/<id>} to save, with {@code ?view=1} to read in the browser. */
@WebServlet("/files/report/*")
public class ReportFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([0-9]{1,18})");

    /**
     * A report is a document of our own making, so it is shown without a sandbox, in which the viewers of some browsers do not start. It may
     * still load nothing and send nothing anywhere: the viewer's own frame needs its object and its style.
     */
    static final String VIEWED =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String SAVED = "default-src 'none'; sandbox";

    @EJB
    private transient ReportQueries queries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(404);
            return;
        }
        try {
            send(queries.pdf(Long.parseLong(path.group(1))), "1".equals(request.getParameter("view")), response);
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

    /** Always as what it is. */
    private static void send(ReportDocument report, boolean view, HttpServletResponse response) throws IOException {
        String attachment = Downloads.disposition(report.name());
        response.setHeader("Content-Disposition", view ? attachment.replaceFirst("^attachment", "inline") : attachment);
        response.setHeader("Content-Security-Policy", view ? VIEWED : SAVED);
        response.setContentType(ReportDocument.PDF);
        response.setContentLength(report.content().length);
        response.getOutputStream().write(report.content());
    }
}

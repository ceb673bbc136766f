package org.countersign.web.support;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Files under an address. Whoever may not know of a file gets the same answer as for one that does not exist.
 *
 * <pre>{@code
 * @WebServlet("/files/report/*")
 * public class ReportFiles extends FileServlet {
 *     public ReportFiles() {
 *         super("/([0-9]{1,18})");
 *     }
 *     …
 * }
 * }</pre>
 */
public abstract class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final Pattern path;

    /** @param path what follows the servlet's own address, as a regular expression */
    protected FileServlet(String path) {
        this.path = Pattern.compile(path);
    }

    /** Answers with the file that the groups of the path name; a refusal of a service is answered by the caller. */
    protected abstract void send(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher asked = path.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!asked.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(asked, request, response);
        } catch (RuntimeException failure) {
            Throwable cause = Causes.unwrap(failure);
            if (cause instanceof BusinessRuleViolation) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (cause instanceof EJBAccessException) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                throw failure;
            }
        }
    }

    /** Writes a whole file. */
    protected static void write(HttpServletResponse response, String disposition, String policy, String type, byte[] content)
            throws IOException {
        response.setHeader("Content-Disposition", disposition);
        response.setHeader("Content-Security-Policy", policy);
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}

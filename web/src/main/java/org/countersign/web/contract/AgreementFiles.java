package org.countersign.web.contract;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Causes;
import org.countersign.web.support.Downloads;

/** Agreements as files: {@code /files/agreement/<contract>/<version>}. */
@WebServlet("/files/agreement/*")
public class AgreementFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([A-Z0-9._-]{1,40})/([0-9]{1,9})");

    @EJB
    private transient ContractAgreements agreements;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(404);
            return;
        }
        try {
            String code = path.group(1);
            int number = Integer.parseInt(path.group(2));
            byte[] content = agreements.print(agreements.version(code, number).agreement()).getBytes(StandardCharsets.UTF_8);
            response.setHeader("Content-Disposition", Downloads.disposition(code + "-" + number + ".yaml"));
            response.setHeader("Content-Security-Policy", "sandbox");
            response.setContentType("application/yaml");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
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
}

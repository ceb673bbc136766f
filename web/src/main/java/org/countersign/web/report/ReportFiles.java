package org.countersign.web.report;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import org.countersign.report.service.ReportDocument;
import org.countersign.report.service.ReportQueries;
import org.countersign.web.support.Downloads;
import org.countersign.web.support.FileServlet;

/** Service reports as PDF: {@code /files/report/<id>} to save, with {@code ?view=1} to read in the browser. */
@WebServlet("/files/report/*")
public class ReportFiles extends FileServlet {

    private static final long serialVersionUID = 1L;

    /**
     * A report is a document of our own making, so it is shown without a sandbox, in which the viewers of some browsers do not start. It may
     * still load nothing and send nothing anywhere: the viewer's own frame needs its object and its style.
     */
    static final String VIEWED =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String SAVED = "default-src 'none'; sandbox";

    @EJB
    private transient ReportQueries queries;

    public ReportFiles() {
        super("/([0-9]{1,18})");
    }

    /** Always as what it is. */
    @Override
    protected void send(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReportDocument report = queries.pdf(Long.parseLong(path.group(1)));
        boolean view = "1".equals(request.getParameter("view"));
        String attachment = Downloads.disposition(report.name());
        write(
                response,
                view ? attachment.replaceFirst("^attachment", "inline") : attachment,
                view ? VIEWED : SAVED,
                ReportDocument.PDF,
                report.content());
    }
}

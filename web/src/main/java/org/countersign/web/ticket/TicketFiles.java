package org.countersign.web.ticket;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import org.countersign.ticket.service.AttachmentContent;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.web.support.Downloads;
import org.countersign.web.support.FileServlet;

/** Files of tickets: {@code /files/ticket/<number>/<id>}. Who may read the ticket may read them. */
@WebServlet("/files/ticket/*")
public class TicketFiles extends FileServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient TicketQueries queries;

    public TicketFiles() {
        super("/([^/]{1,40})/([0-9]{1,18})");
    }

    /** Never shown inside our own pages, whatever it is: always as a download, in a sandbox of its own. */
    @Override
    protected void send(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AttachmentContent file = queries.attachment(path.group(1), Long.parseLong(path.group(2)));
        write(response, Downloads.disposition(file.name()), "default-src 'none'; sandbox", "application/octet-stream", file.content());
    }
}

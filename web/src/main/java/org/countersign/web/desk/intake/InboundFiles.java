package org.countersign.web.desk.intake;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.service.IntakeQueries;
import org.countersign.web.support.Downloads;
import org.countersign.web.support.FileServlet;

/** Files of messages, {@code /files/message/<id>/<place>}, for the staff; for administrators the message as it came in, {@code /files/message/<id>}. */
@WebServlet("/files/message/*")
public class InboundFiles extends FileServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient IntakeQueries queries;

    public InboundFiles() {
        super("/([0-9]{1,18})(?:/([0-9]{1,4}))?");
    }

    /** From strangers: never shown inside our own pages, whatever it is, but a download in a sandbox of its own. */
    @Override
    protected void send(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long message = Long.parseLong(path.group(1));
        if (path.group(2) == null) {
            answer(response, "message-" + message + ".eml", queries.raw(message));
        } else {
            MailAttachment file = queries.file(message, Integer.parseInt(path.group(2)));
            answer(response, file.name(), file.content());
        }
    }

    private static void answer(HttpServletResponse response, String name, byte[] content) throws IOException {
        write(response, Downloads.disposition(name), "default-src 'none'; sandbox", "application/octet-stream", content);
    }
}

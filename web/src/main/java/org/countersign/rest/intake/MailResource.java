package org.countersign.rest.intake;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.service.MessageIntake;
import org.countersign.rest.support.MalformedBody;

/** Mail that a mail server hands in, one raw message a call. */
@Path("/intake/mail")
@Consumes({"message/rfc822", MediaType.APPLICATION_OCTET_STREAM})
@Produces(MediaType.APPLICATION_JSON)
public class MailResource {

    @EJB
    private MessageIntake intake;

    @POST
    public Map<String, Object> receive(InputStream body) throws IOException {
        return IntakeJson.of(intake.receive(raw(body), IntakeSource.API, null));
    }

    @POST
    @Path("preview")
    public Map<String, Object> preview(InputStream body) throws IOException {
        return IntakeJson.of(intake.preview(raw(body)));
    }

    /** The message; not read beyond the limit, whatever length the caller claims. */
    private byte[] raw(InputStream body) throws IOException {
        int maximum = intake.maximumBytes();
        byte[] raw = body.readNBytes(maximum + 1);
        if (raw.length > maximum) {
            throw MalformedBody.tooLarge(maximum);
        }
        return raw;
    }
}

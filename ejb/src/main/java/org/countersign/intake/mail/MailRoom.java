package org.countersign.intake.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.charset.Charset;
import java.util.Optional;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.MailReader;
import org.countersign.kernel.Settings;

/** Hands the tools for mail to the services. */
@ApplicationScoped
class MailRoom {

    /** Largest message that is read, in bytes: {@code countersign.mail.max-bytes}, else {@link MailLimits#DEFAULT}. */
    static MailLimits limits() {
        return MailLimits.DEFAULT.withBytes(Settings.number("countersign.mail.max-bytes", MailLimits.DEFAULT.bytes()));
    }

    /** Bytes that nothing declares and that are not UTF-8 are taken as {@code countersign.mail.charset}, else windows-1252. */
    @Produces
    @Dependent
    MailReader reader() {
        return new MimeMessageReader(limits(), Charset.forName(Settings.text("countersign.mail.charset", "windows-1252")));
    }

    /** Images that the mail carries itself are not shown here: they come with the ticket, as files. */
    @Produces
    @Dependent
    MailHtml html() {
        return new SafeHtml(contentId -> Optional.empty());
    }
}

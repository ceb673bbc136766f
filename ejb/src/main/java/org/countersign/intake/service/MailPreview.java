package org.countersign.intake.service;

import java.util.List;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAddress;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.ReplyTokens;

/**
 * A mail as it was understood.
 *
 * @param from the author's address, or {@code null}
 * @param fromName the author's name, or {@code null}
 * @param to addresses; without reply tokens, as those of {@code cc} and {@code references}
 * @param text the whole body as plain text
 * @param reply the new text only
 * @param html what may be shown of the HTML body, or {@code null}
 * @param references message ids
 * @param autoSubmitted whether the message says that no person sent it
 */
public record MailPreview(
        String from,
        String fromName,
        List<String> to,
        List<String> cc,
        String subject,
        String text,
        String reply,
        String html,
        int blockedImages,
        List<File> attachments,
        List<String> references,
        boolean autoSubmitted) {

    /** @param size in bytes */
    public record File(String name, String type, long size, boolean inline) {

        static File of(MailAttachment file) {
            return new File(file.name(), file.type(), file.size(), file.inline());
        }
    }

    static MailPreview of(IncomingMail mail, MailHtml html, boolean remoteImages) {
        MailHtml.Shown shown = mail.html().map(dirty -> html.clean(dirty, remoteImages)).orElse(null);
        return new MailPreview(
                mail.from().map(MailAddress::address).orElse(null),
                mail.from().map(MailAddress::name).filter(name -> !name.isEmpty()).orElse(null),
                addresses(mail.to()),
                addresses(mail.cc()),
                mail.subject(),
                mail.text(),
                mail.reply(),
                shown == null ? null : shown.html(),
                shown == null ? 0 : shown.blockedImages(),
                mail.attachments().stream().map(File::of).toList(),
                mail.references().stream().map(ReplyTokens::masked).toList(),
                mail.autoSubmitted());
    }

    private static List<String> addresses(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::address).map(ReplyTokens::masked).toList();
    }
}

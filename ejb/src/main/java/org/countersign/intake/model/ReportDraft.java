package org.countersign.intake.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.countersign.kernel.Texts;

/**
 * What of a mail goes into a ticket, within the limits of tickets. Nothing is dropped in silence: a text too long for a ticket comes whole as a
 * file, and a file that cannot be kept is named in the text; the mail itself is kept in any case.
 *
 * @param summary one line, never empty
 * @param text never empty
 * @param files to be attached, in their order
 */
public record ReportDraft(String summary, String text, List<MailAttachment> files) {

    /** What a ticket takes: characters of summary and text, bytes of one file, number of files of one mail. */
    public record Limits(int summary, int text, int file, int files) {}

    /** Room that is kept in a text for the names of files that cannot be kept, in characters. */
    private static final int NOTES = 5000;

    private static final int LONGEST_NAME = 100;

    public ReportDraft {
        files = List.copyOf(files);
    }

    /**
     * A report of its own: the whole text with what it quotes, since a forwarded mail is all quotation.
     *
     * @param locale of the remarks
     * @param room bytes that all files together may have
     */
    public static ReportDraft ofReport(IncomingMail mail, Locale locale, Limits limits, long room) {
        return of(mail, mail.text(), locale, limits, room);
    }

    /** An answer: the new text alone. */
    public static ReportDraft ofAnswer(IncomingMail mail, Locale locale, Limits limits, long room) {
        return of(mail, mail.reply(), locale, limits, room);
    }

    /** Whether there is neither subject nor text nor file. */
    public static boolean isEmpty(IncomingMail mail) {
        return mail.subject().isBlank()
                && mail.text().isBlank()
                && mail.attachments().stream().allMatch(file -> file.size() == 0);
    }

    private static ReportDraft of(IncomingMail mail, String written, Locale locale, Limits limits, long room) {
        List<MailAttachment> candidates = new ArrayList<>(mail.attachments());
        String text = written.strip();
        int longest = limits.text() - NOTES;
        if (text.length() > longest) {
            byte[] whole = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            candidates.add(0, new MailAttachment("message.txt", "text/plain", false, java.util.Optional.empty(), whole));
            text = InboundMessage.cut(text, longest) + "\n\n" + note(locale, "intake.text-cut");
        }
        List<MailAttachment> kept = new ArrayList<>();
        StringJoiner notes = new StringJoiner("\n");
        long left = room;
        for (MailAttachment file : candidates) {
            if (file.size() > 0 && file.size() <= limits.file() && file.size() <= left && kept.size() < limits.files()) {
                kept.add(file);
                left -= file.size();
            } else if (notes.length() < NOTES - 500) {
                notes.add(note(locale, "intake.file-not-kept", InboundMessage.cut(file.name(), LONGEST_NAME), file.size()));
            }
        }
        if (notes.length() > 0) {
            text = text.isEmpty() ? notes.toString() : text + "\n\n" + notes;
        }
        return new ReportDraft(
                summary(mail, locale, limits.summary()), text.isEmpty() ? note(locale, "intake.no-text") : text, kept);
    }

    private static String summary(IncomingMail mail, Locale locale, int longest) {
        String subject = mail.subject().strip();
        return subject.isEmpty() ? note(locale, "intake.no-subject") : InboundMessage.cut(subject, longest).strip();
    }

    private static String note(Locale locale, String key, Object... arguments) {
        return Texts.find(locale, key, arguments).orElse(key);
    }
}

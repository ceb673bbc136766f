package org.countersign.web.ticket;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.service.TicketConversation;

/** What a browser sent in a file field. */
public final class UploadedFiles {

    private static final int LONGEST_NAME = 200;

    private UploadedFiles() {}

    /**
     * Attaches all files to a ticket.
     *
     * @throws BusinessRuleViolation as {@link TicketConversation#attach}
     */
    public static void attach(TicketConversation conversation, String number, List<Part> files) {
        for (Part file : chosen(files)) {
            try (InputStream content = file.getInputStream()) {
                conversation.attach(number, nameOf(file), file.getContentType(), content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The parts that hold a file: a field left empty sends a part without a name. */
    public static List<Part> chosen(List<Part> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getSubmittedFileName() != null && !file.getSubmittedFileName().isBlank())
                        .toList();
    }

    /** The file's name without the folder that some browsers send along. */
    static String nameOf(Part file) {
        String name = file.getSubmittedFileName().strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}

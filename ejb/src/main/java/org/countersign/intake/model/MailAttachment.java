package org.countersign.intake.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that came with a mail. Name and type are claims of the sender: they are for showing, never a path and never a
 * reason to trust the content.
 *
 * @param name file name without folders and control characters, never empty, at most 255 characters
 * @param type claimed media type in lower case without parameters, e.g. {@code image/png}
 * @param inline whether the sender meant it to be shown inside the text
 * @param contentId Content-ID without angle brackets, by which the HTML refers to it ({@code cid:})
 * @param content the decoded bytes; not copied, so nobody may change them
 */
public record MailAttachment(String name, String type, boolean inline, Optional<String> contentId, byte[] content) {

    public MailAttachment {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(contentId);
        Objects.requireNonNull(content);
    }

    /** Size in bytes after decoding. */
    public long size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailAttachment that
                && name.equals(that.name)
                && type.equals(that.type)
                && inline == that.inline
                && contentId.equals(that.contentId)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, inline, contentId, content.length);
    }

    @Override
    public String toString() {
        return "MailAttachment[" + name + ", " + type + ", " + content.length + " bytes]";
    }
}

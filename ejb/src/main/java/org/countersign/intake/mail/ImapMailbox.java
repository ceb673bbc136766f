package org.countersign.intake.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.MailboxSecurity;

/**
 * Fetches what is unseen in a folder of an IMAP server. A message is marked as seen after the receiver has it for good, so a connection that
 * drops, or a node that dies, costs a repetition and never a message (F30, F67). Every wait for the server ends.
 */
public final class ImapMailbox {

    private static final String CONNECT_TIMEOUT_MILLIS = "10000";
    /** Of each answer. */
    private static final String READ_TIMEOUT_MILLIS = "20000";

    private static final int FETCH_BYTES = 1 << 20;
    private static final Logger LOG = Logger.getLogger(ImapMailbox.class.getName());

    private final ImapAccount account;
    private final String password;
    private final int mostBytes;

    /** Takes a message; when it returns, the message is kept for good. */
    @FunctionalInterface
    public interface Receiver {

        /** @return whether to go on with the next message */
        boolean receive(byte[] raw);
    }

    /**
     * What a turn came to.
     *
     * @param received messages that the receiver took
     * @param failed messages that could not be fetched or taken; they stay unseen
     * @param firstFailure what went wrong with the first of them, or {@code null}
     */
    public record Turn(int received, int failed, String firstFailure) {}

    /** @param mostBytes of a message; of a larger one only so much and one byte more is fetched, by which the receiver sees it */
    public ImapMailbox(ImapAccount account, String password, int mostBytes) {
        this.account = account;
        this.password = password;
        this.mostBytes = mostBytes;
    }

    /**
     * Fetches unseen messages, oldest first.
     *
     * @param most messages of one turn, so that other mailboxes get theirs
     * @throws MessagingException when the server cannot be reached or drops the connection; what was received until then stays received
     */
    public Turn fetch(Receiver receiver, int most) throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(protocol())) {
            store.connect(account.host(), account.port(), account.user(), password);
            try (Folder folder = store.getFolder(account.folder())) {
                folder.open(Folder.READ_WRITE);
                return fetch(folder, receiver, most);
            }
        }
    }

    private Turn fetch(Folder folder, Receiver receiver, int most) throws MessagingException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Arrays.sort(unseen, java.util.Comparator.comparingInt(Message::getMessageNumber));
        int received = 0;
        int failed = 0;
        String firstFailure = null;
        for (Message message : unseen) {
            if (received + failed >= most) {
                break;
            }
            try {
                boolean goOn = receiver.receive(raw(message));
                message.setFlag(Flags.Flag.SEEN, true);
                received++;
                if (!goOn) {
                    break;
                }
            } catch (FolderClosedException | StoreClosedException dropped) {
                throw dropped;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (!folder.isOpen()) {
                    throw new MessagingException("The connection was lost", e);
                }
                // One bad message never stops the rest.
                failed++;
                firstFailure = firstFailure == null ? e.getMessage() : firstFailure;
                LOG.log(Level.WARNING, e, () -> "Message " + uid(folder, message) + " of " + account.user() + " could not be taken");
            }
        }
        return new Turn(received, failed, firstFailure);
    }

    private static long uid(Folder folder, Message message) {
        try {
            return folder instanceof UIDFolder uids ? uids.getUID(message) : message.getMessageNumber();
        } catch (MessagingException e) {
            return -1;
        }
    }

    private byte[] raw(Message message) throws MessagingException, IOException {
        Bounded bytes = new Bounded(mostBytes + 1);
        try {
            message.writeTo(bytes);
        } catch (Full enough) {
            LOG.fine(() -> "Message of more than " + mostBytes + " bytes");
        }
        return bytes.toByteArray();
    }

    private String protocol() {
        return account.security() == MailboxSecurity.TLS ? "imaps" : "imap";
    }

    private Properties properties() {
        String prefix = "mail." + protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol());
        properties.setProperty(prefix + "connectiontimeout", CONNECT_TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", READ_TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", READ_TIMEOUT_MILLIS);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", String.valueOf(FETCH_BYTES));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(account.security() == MailboxSecurity.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(account.security() == MailboxSecurity.STARTTLS));
        return properties;
    }

    /** Tells the writer that there is enough. */
    private static final class Full extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Keeps at most so many bytes. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int room = most - kept.size();
            kept.write(bytes, offset, Math.min(room, length));
            if (length >= room) {
                throw new Full();
            }
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}

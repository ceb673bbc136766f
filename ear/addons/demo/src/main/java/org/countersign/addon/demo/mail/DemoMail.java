package org.countersign.addon.demo.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mail server of the demo, on loopback: SMTP on port {@code countersign.demo.smtp} (3025), IMAP on {@code countersign.demo.imap} (3143).
 * It plays both sides, the customers' and the desk's. What arrives for people is kept in {@code demo-mail} in the server's data folder and is
 * there again after a restart.
 */
@ApplicationScoped
public class DemoMail {

    /** The setting by which the application finds the password of the desk's mailboxes; another one at every start. */
    public static final String PASSWORD_SETTING = "countersign.imap.demo.password";

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = Logger.getLogger(DemoMail.class.getName());
    private static final String INBOX = "INBOX";

    private Map<String, String> people = Map.of();
    private Map<String, String> desks = Map.of();
    private Map<String, String> deskOf = Map.of();
    private GreenMail server;

    public static int smtpPort() {
        return Integer.getInteger("countersign.demo.smtp", 3025);
    }

    public static int imapPort() {
        return Integer.getInteger("countersign.demo.imap", 3143);
    }

    /**
     * Starts the server.
     *
     * @param people names by mail address: the customers' people
     * @param desks authserv-ids by mail address: the desk's mailboxes
     * @param deskOf the mailbox by mail address of the person for whom it is there
     * @throws IllegalStateException when a port is taken
     */
    public void start(Map<String, String> people, Map<String, String> desks, Map<String, String> deskOf) {
        this.people = new LinkedHashMap<>(people);
        this.desks = new LinkedHashMap<>(desks);
        this.deskOf = Map.copyOf(deskOf);
        String password = UUID.randomUUID().toString();
        System.setProperty(PASSWORD_SETTING, password);
        ServerSetup smtp = new ServerSetup(smtpPort(), HOST, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort(), HOST, ServerSetup.PROTOCOL_IMAP);
        // The library's own limit is two seconds, which a busy machine exceeds.
        smtp.setServerStartupTimeout(60_000);
        imap.setServerStartupTimeout(60_000);
        GreenMail starting = new GreenMail(new ServerSetup[] {smtp, imap});
        try {
            starting.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException("The demo's mail server needs the ports " + smtpPort() + " and " + imapPort() + " on " + HOST
                    + ". Stop what uses them, or choose others with the system properties countersign.demo.smtp and countersign.demo.imap.", e);
        }
        people.keySet().forEach(address -> starting.setUser(address, address, password));
        desks.keySet().forEach(address -> starting.setUser(address, address, password));
        Path kept = Path.of(System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir")), "demo-mail");
        reload(starting, kept);
        UserManager users = starting.getUserManager();
        users.setMessageDeliveryHandler(new DemoDelivery(users, this.desks, kept));
        server = starting;
        LOG.info(() -> "The demo's mail server listens on " + HOST + ", SMTP " + smtpPort() + ", IMAP " + imapPort() + ".");
    }

    private static void reload(GreenMail starting, Path kept) {
        try {
            if (Files.isDirectory(kept)) {
                starting.loadEmails(kept);
            }
        } catch (IOException | FolderException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Earlier mail of the demo could not be read from " + kept);
        }
    }

    @PreDestroy
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** Names of the customers' people by mail address. */
    public Map<String, String> people() {
        return Collections.unmodifiableMap(people);
    }

    /** The desk's mail addresses. */
    public List<String> desks() {
        return List.copyOf(desks.keySet());
    }

    /** The desk's mailbox for a person, or empty when there is none. */
    public String deskOf(String person) {
        return deskOf.getOrDefault(person, "");
    }

    /** What arrived for a person, newest first; nothing for an address that the demo does not know. */
    public List<ShownMail> inbox(String address) {
        List<ShownMail> mails = new ArrayList<>();
        for (StoredMessage message : messages(address)) {
            try {
                mails.add(ShownMail.of(message.getUid(), message.getMimeMessage(), message.getReceivedDate().toInstant()));
            } catch (MessagingException | IOException e) {
                LOG.log(Level.WARNING, e, () -> "A mail to " + address + " cannot be shown");
            }
        }
        mails.sort((a, b) -> b.date().compareTo(a.date()));
        return mails;
    }

    private List<StoredMessage> messages(String address) {
        if (server == null || !people.containsKey(address)) {
            return List.of();
        }
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        try {
            MailFolder inbox = server.getManagers().getImapHostManager().getFolder(user, INBOX);
            return inbox.getNonDeletedMessages();
        } catch (RuntimeException e) {
            throw new IllegalStateException("The mailbox of " + address + " cannot be read", e);
        }
    }
}

package org.countersign.addon.demo.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Delivers as a real mail server would: details after a {@code +} belong to the mailbox before it, and mail to the desk gets the
 * Authentication-Results of the receiving server, in place of any that came with it.
 */
final class DemoDelivery implements MessageDeliveryHandler {

    /** With this field the demo's own page asks to be treated as a forger would be; it is taken out on delivery. */
    static final String FORGED = "X-Demo-Forged";

    private static final String RESULTS = "Authentication-Results";

    private final UserManager users;
    private final Map<String, String> authservIds;
    private final Path kept;

    /**
     * @param authservIds by mail address of the desk
     * @param kept where mail to people is kept
     */
    DemoDelivery(UserManager users, Map<String, String> authservIds, Path kept) {
        this.users = users;
        this.authservIds = authservIds;
        this.kept = kept;
    }

    @Override
    public GreenMailUser handle(MovingMessage moving, MailAddress recipient) throws MessagingException, UserException {
        String address = withoutDetail(recipient.getEmail());
        String authservId = authservIds.get(address);
        if (authservId == null) {
            keep(moving.getMessage(), address);
        } else {
            moving.setMimeMessage(vouchedFor(moving.getMessage(), authservId));
        }
        GreenMailUser known = users.getUserByEmail(address);
        return known != null ? known : users.createUser(address, address, UUID.randomUUID().toString());
    }

    /** {@code support+x@desk.example} is {@code support@desk.example}. */
    static String withoutDetail(String address) {
        String small = address.toLowerCase(Locale.ROOT);
        int plus = small.indexOf('+');
        int at = small.lastIndexOf('@');
        return plus > 0 && plus < at ? small.substring(0, plus) + small.substring(at) : small;
    }

    private static MimeMessage vouchedFor(MimeMessage message, String authservId) throws MessagingException {
        MimeMessage own = new MimeMessage(message);
        boolean forged = own.getHeader(FORGED) != null;
        own.removeHeader(FORGED);
        own.removeHeader(RESULTS);
        own.setHeader(RESULTS, authservId + "; dmarc=" + (forged ? "fail" : "pass") + " header.from=" + domainOfAuthor(own));
        return own;
    }

    private static String domainOfAuthor(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        if (from == null || from.length != 1 || !(from[0] instanceof InternetAddress author)) {
            return "unknown.invalid";
        }
        return author.getAddress().substring(author.getAddress().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private void keep(MimeMessage message, String address) throws MessagingException {
        if (!address.matches("[a-z0-9._-]+@[a-z0-9.-]+") || address.contains("..")) {
            return;
        }
        try {
            Path folder = Files.createDirectories(kept.resolve(address).resolve("INBOX"));
            try (OutputStream file = Files.newOutputStream(folder.resolve(UUID.randomUUID() + ".eml"))) {
                message.writeTo(file);
            }
        } catch (IOException e) {
            throw new MessagingException("The mail to " + address + " could not be kept", e);
        }
    }
}

package org.countersign.notification.model;

/**
 * In whose name a mail is sent.
 *
 * @param address to which people answer and to which mail servers return what they cannot deliver
 * @param name beside the address, and under the mail
 */
public record Sender(String address, String name) {

    public Sender {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || !address.equals(CleanText.line(address, 320))) {
            throw new IllegalArgumentException("Not a mail address to send from: " + CleanText.line(address, 320));
        }
        name = CleanText.line(name, 200);
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}

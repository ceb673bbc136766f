package org.countersign.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Content-Transfer-Encoding (RFC 2045, 6), and uuencode, which was never in it. */
final class TransferEncoding {

    private TransferEncoding() {}

    /** Whether the encoding leaves bytes as they are, so that structure within can be seen. */
    static boolean isIdentity(String declared) {
        return switch (name(declared)) {
            case "base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue" -> false;
            default -> true;
        };
    }

    /** Decodes; bytes of an unknown encoding are taken as they are. */
    static byte[] decode(byte[] bytes, String declared) {
        return switch (name(declared)) {
            case "base64" -> LenientBase64.decode(bytes);
            case "quoted-printable" -> byLibrary(bytes, "quoted-printable");
            case "x-uuencode", "uuencode", "x-uue" -> byLibrary(bytes, "x-uuencode");
            default -> bytes;
        };
    }

    /** What was read before a fault is kept; a part that cannot be decoded at all is kept as it came. */
    private static byte[] byLibrary(byte[] bytes, String encoding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        byte[] buffer = new byte[8192];
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(bytes), encoding)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException | MessagingException | RuntimeException e) {
            return out.size() == 0 ? bytes : out.toByteArray();
        }
        return out.toByteArray();
    }

    private static String name(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        int end = name.indexOf(';');
        name = (end >= 0 ? name.substring(0, end) : name).strip();
        return name.equals("quoted printable") ? "quoted-printable" : name;
    }
}

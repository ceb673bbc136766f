package org.countersign.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How files leave: always as attachments, whatever they claim to be. */
public final class Downloads {

    private Downloads() {}

    /** The {@code Content-Disposition} of a file, with its name in ASCII and, by RFC 8187, in full. */
    public static String disposition(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + full;
    }
}

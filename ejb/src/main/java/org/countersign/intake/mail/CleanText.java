package org.countersign.intake.mail;

/** Takes out of decoded text what no database, screen or log should meet: control characters and lone surrogates. */
final class CleanText {

    private CleanText() {}

    /** One line: every control character, line ends included, becomes a blank; ends are trimmed. */
    static String line(String text) {
        return filter(text, false).strip();
    }

    /** Many lines: line ends become line feeds, tabs stay, all other control characters go. */
    static String lines(String text) {
        return filter(text, true);
    }

    private static String filter(String text, boolean multiline) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append('\uFFFD');
            } else if (c == '\r' && multiline) {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (!Character.isISOControl(c) || multiline && (c == '\n' || c == '\t')) {
                out.append(c);
            } else if (!multiline) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** A file name without folders, and without the marks that make {@code gpj.exe} look like {@code exe.jpg}. */
    static String fileName(String name) {
        String line = line(name);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        StringBuilder out = new StringBuilder(last.length());
        last.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200D || c == 0x200C)
                .forEach(out::appendCodePoint);
        String cleaned = out.toString().strip();
        return cleaned.equals(".") || cleaned.equals("..") ? "" : shorten(cleaned);
    }

    private static String shorten(String name) {
        int most = 255;
        if (name.length() <= most) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        String stem = name.substring(0, most - extension.length());
        return (Character.isHighSurrogate(stem.charAt(stem.length() - 1)) ? stem.substring(0, stem.length() - 1) : stem)
                + extension;
    }
}

package org.countersign.intake.mail;

import java.util.Arrays;

/** Base 64 that never fails: other characters are skipped (RFC 2045, 6.8), padding may be missing or early. */
final class LenientBase64 {

    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = i;
        }
    }

    private LenientBase64() {}

    static byte[] decode(byte[] text) {
        byte[] out = new byte[(int) (text.length * 3L / 4 + 3)];
        int length = 0;
        int buffer = 0;
        int bits = 0;
        for (byte b : text) {
            if (b == '=') {
                bits = 0;
                buffer = 0;
            }
            int value = b < 0 ? -1 : VALUES[b];
            if (value < 0) {
                continue;
            }
            buffer = (buffer << 6 | value) & 0xffffff;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[length++] = (byte) (buffer >> bits);
            }
        }
        return Arrays.copyOf(out, length);
    }
}

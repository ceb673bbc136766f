package org.countersign.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted PBKDF2-HMAC-SHA512 of a password, as text {@code pbkdf2-sha512:<rounds>:<salt>:<hash>}. The rounds follow the OWASP password
 * storage cheat sheet (210,000 for HMAC-SHA512); a stored hash keeps its own.
 */
public final class PasswordHash {

    public static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared against when there is no account, so that an unknown name costs the same rounds as a known one. */
    private static final String NOBODY = format(ROUNDS, new byte[SALT_BYTES], new byte[HASH_BITS / 8]);

    /** The expensive part, {@code rounds} times. */
    interface Derivation {

        byte[] derive(char[] password, byte[] salt, int rounds);
    }

    private PasswordHash() {}

    public static String of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return format(ROUNDS, salt, derive(password, salt, ROUNDS));
    }

    /**
     * Whether {@code password} is the one that was hashed.
     *
     * @param stored a text made by {@link #of}, or {@code null} for an account that has none or does not exist: always {@code false}, at the
     *     same cost
     */
    public static boolean matches(char[] password, String stored) {
        return matches(password, stored, PasswordHash::derive);
    }

    static boolean matches(char[] password, String stored, Derivation derivation) {
        String[] parts = (stored == null ? NOBODY : stored).split(":");
        int rounds = Integer.parseInt(parts[1]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(expected, derivation.derive(password, salt, rounds)) && stored != null;
    }

    /**
     * What tells one password of an account from the next one, without telling anything of either: a session keeps it and ends when the
     * password is another one.
     *
     * @param stored a text made by {@link #of}, or {@code null}
     */
    public static String mark(String stored) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.valueOf(stored).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static String format(int rounds, byte[] salt, byte[] hash) {
        Base64.Encoder text = Base64.getEncoder();
        return "pbkdf2-sha512:" + rounds + ":" + text.encodeToString(salt) + ":" + text.encodeToString(hash);
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}

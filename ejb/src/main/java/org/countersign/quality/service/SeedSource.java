package org.countersign.quality.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Seeds that nobody can foresee: 128 bits of the system's secure randomness, in hexadecimal. */
@ApplicationScoped
public class SeedSource {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}

package org.countersign.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds the address of a page with its parameters; those without a value are left out. */
public final class Address {

    private final StringBuilder text;
    private char separator = '?';

    private Address(String path) {
        text = new StringBuilder(path);
    }

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            text.append(separator).append(name).append('=').append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

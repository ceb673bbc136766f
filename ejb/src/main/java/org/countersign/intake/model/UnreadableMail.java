package org.countersign.intake.model;

import java.util.Objects;

/**
 * A message that is refused before its content is looked at. It is stored and shown with its reason; nobody is answered.
 *
 * @param reason why
 * @param ground what was measured
 * @param dedupeKey the key of the raw bytes
 */
public record UnreadableMail(Reason reason, Ground ground, DedupeKey dedupeKey) implements MailReading {

    /** Why a message cannot be read; each {@link #code()} has a text in the bundles. */
    public enum Reason {
        /** There are no bytes. */
        EMPTY("mail-empty"),
        /** More bytes than the limit. */
        TOO_LARGE("mail-too-large"),
        /** The bytes hold no header field, so this is not a message. */
        NOT_A_MESSAGE("mail-not-a-message"),
        /** A header section or one of its fields is longer than the limit. */
        HEADER_TOO_LONG("mail-header-too-long"),
        /** Parts within parts, deeper than the limit. */
        NESTED_TOO_DEEP("mail-nested-too-deep"),
        /** More parts than the limit. */
        TOO_MANY_PARTS("mail-too-many-parts"),
        /** Reading failed in a way nobody foresaw: a fault of ours, but the next mail still flows. */
        UNFORESEEN("mail-unreadable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code in kebab case. */
        public String code() {
            return code;
        }
    }

    public UnreadableMail {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(ground);
        Objects.requireNonNull(dedupeKey);
    }
}

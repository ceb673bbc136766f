package org.countersign.audit.model;

/**
 * A link and the entry that it names.
 *
 * @param entry {@code null} when there is no such entry any more
 */
public record SealedEntry(ChainLink link, EntryFacts entry) {}

package org.countersign.work.service;

import org.countersign.work.model.Activity;

/** Time that went into one kind of activity, corrections taken off; {@code minutes} without travel. */
public record ActivityMinutes(Activity activity, long minutes, long travelMinutes) {}

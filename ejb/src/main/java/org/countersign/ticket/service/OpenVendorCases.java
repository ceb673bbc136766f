package org.countersign.ticket.service;

import java.util.List;

/** What a ticket that is with a vendor asks before it is resolved; the area of vendors answers. */
public interface OpenVendorCases {

    /** The numbers of the ticket's cases that have not ended, oldest first. */
    List<String> openOf(long ticketId);
}

package org.countersign.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.ChainCheck;
import org.countersign.audit.model.ChainHead;
import org.countersign.audit.model.Chains;
import org.countersign.audit.model.EntryFacts;
import org.countersign.audit.model.SealedEntry;
import org.countersign.identity.model.Role;

/** Recomputes every chain from what the database holds now. */
@Stateless
@RolesAllowed({Role.QUALITY_ROLE, Role.ADMIN_ROLE, Role.MANAGER_ROLE})
public class AuditVerification {

    /** Links that are in memory at once. */
    static final int PAGE = 1000;

    @Inject
    private Chains chains;

    @Inject
    private AuditViews views;

    /** Reads the whole trail once, page by page; it may take minutes and holds no transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerdict verify() {
        ChainCheck check = new ChainCheck(chains.allHeads());
        ChainHead place = ChainHead.origin(Long.MIN_VALUE);
        List<SealedEntry> page;
        do {
            page = chains.read(place, PAGE);
            page.forEach(check::next);
            if (!page.isEmpty()) {
                place = page.get(page.size() - 1).link().head();
            }
        } while (page.size() == PAGE);
        check.end(chains.allHeads());
        EntryFacts lost = chains.lost();
        if (lost != null) {
            check.lost(lost);
        }
        return verdict(check);
    }

    private AuditVerdict verdict(ChainCheck check) {
        Map<Long, String> codes = views.contractCodes();
        ChainCheck.Broken broken = check.firstBroken();
        return new AuditVerdict(
                chains.countEntries(),
                chains.countUnsealed(),
                check.ends().stream()
                        .map(end -> new AuditVerdict.Head(code(codes, end.contractId()), end.position(), end.hash()))
                        .toList(),
                broken == null,
                broken == null
                        ? null
                        : new AuditVerdict.Broken(
                                code(codes, broken.contractId()), broken.position(), broken.entryId(), broken.fault()));
    }

    private static String code(Map<Long, String> codes, long contractId) {
        // A chain of a contract that nobody knows is still told apart from the system's.
        return contractId == AuditEntry.SYSTEM_CHAIN ? null : Objects.requireNonNullElse(codes.get(contractId), "#" + contractId);
    }
}

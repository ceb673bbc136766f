package org.countersign.replay.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.customer.service.AgreementDrafts;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.replay.model.Replay;
import org.countersign.replay.model.ReplayBlock;
import org.countersign.replay.model.ReplayChange;
import org.countersign.replay.model.ReplayFigure;
import org.countersign.replay.model.ReplaySide;
import org.countersign.replay.model.ReplayTally;
import org.countersign.replay.model.Replays;
import org.countersign.ticket.service.ReplayedTicket;
import org.countersign.ticket.service.TicketReplays;

/** Does a replay, block by block; asked again for a block that is done, it does nothing. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ReplayWork {

    @Inject
    private Replays replays;

    @Inject
    private TicketReplays tickets;

    @Inject
    private AgreementDrafts drafts;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    /**
     * Parts the tickets of a replay into blocks, unless that is done.
     *
     * @return ids of the blocks that are not done
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<Long> blocks(long replayId) {
        Replay replay = find(replayId);
        if (!replay.isPlanned()) {
            List<ReplayBlock> blocks = tickets.blocks(replay.contractId(), replay.from(), replay.to()).stream()
                    .map(block -> new ReplayBlock(replayId, block.firstId(), block.lastId()))
                    .toList();
            replays.add(blocks);
            replay.planned(clock.instant());
            return blocks.stream().map(ReplayBlock::id).toList();
        }
        return replays.undone(replayId);
    }

    /**
     * Reads a block's tickets under the changed agreement and keeps what came of it.
     *
     * @return how many targets changed sides; nothing when the block was done before
     */
    public int replay(long blockId) {
        ReplayBlock block = replays.block(blockId).orElseThrow(() -> BusinessRuleViolation.notFound("replay-block", blockId));
        if (block.isDone()) {
            return 0;
        }
        Replay replay = find(block.replayId());
        AgreementDraft draft = drafts.restore(replay.document(), replay.hours(), replay.calendarRevision());
        List<ReplayedTicket> found = tickets.replay(
                replay.contractId(),
                new TicketReplays.Block(block.firstId(), block.lastId()),
                replay.from(),
                replay.to(),
                draft,
                replay.requestedAt());
        ReplayTally tally = new ReplayTally(customers.contract(replay.contractId()).calendar().zone());
        List<ReplayChange> changes = new ArrayList<>();
        for (ReplayedTicket ticket : found) {
            for (ReplayedTicket.Target target : ticket.targets()) {
                count(tally, ReplaySide.WAS, ticket, target, target.was());
                count(tally, ReplaySide.WOULD, ticket, target, target.would());
                if (target.was().isMissed() != target.would().isMissed()) {
                    changes.add(new ReplayChange(block, ticket.id(), target.target(), side(target.was()), side(target.would())));
                }
            }
        }
        replays.add(
                tally.counts().entrySet().stream().map(entry -> new ReplayFigure(block, entry.getKey(), entry.getValue())).toList(), changes);
        block.done(found.size(), clock.instant());
        return changes.size();
    }

    private static void count(
            ReplayTally tally, ReplaySide side, ReplayedTicket ticket, ReplayedTicket.Target target, ReplayedTicket.Side came) {
        tally.add(side, target.target(), came.priority(), came.result(), ticket.receivedAt(), came.decidedAt());
    }

    private static ReplayChange.Side side(ReplayedTicket.Side came) {
        return new ReplayChange.Side(came.priority(), came.result(), came.due());
    }

    private Replay find(long replayId) {
        return replays.byId(replayId).orElseThrow(() -> BusinessRuleViolation.notFound("replay", replayId));
    }
}

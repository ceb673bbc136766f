package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.QueueOrder;
import org.countersign.ticket.model.OvertakenTicket;
import org.countersign.ticket.model.Overtaking;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Queue;
import org.countersign.ticket.model.QueueTurn;
import org.countersign.ticket.model.Queues;
import org.countersign.ticket.model.Ticket;

/** {@link Queues} in the database. */
@ApplicationScoped
public class JpaQueues implements Queues {

    /** Who waits in a queue. */
    static final String WAITING = " t.contractId = :contract and t.level = :level and t.assigneeId is null"
            + " and t.state in (org.countersign.ticket.model.TicketState.NEW, org.countersign.ticket.model.TicketState.IN_PROGRESS)";

    @PersistenceContext
    private EntityManager em;

    @Override
    public void hold(Queue queue) {
        em.createQuery("select q from QueueTurn q where q.id = :id", QueueTurn.class)
                .setParameter("id", QueueTurn.of(queue))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    @Override
    public List<Long> before(Ticket ticket, QueueOrder order, int limit) {
        return before("select t.id", ticket, order, " order by t.id").setMaxResults(limit).getResultList();
    }

    @Override
    public long countBefore(Ticket ticket, QueueOrder order) {
        return before("select count(t)", ticket, order, "").getSingleResult();
    }

    private TypedQuery<Long> before(String select, Ticket ticket, QueueOrder order, String sorted) {
        boolean byPriority = order == QueueOrder.PRIORITY;
        TypedQuery<Long> query = em.createQuery(
                        select + " from Ticket t where" + WAITING + " and t.id < :id"
                                + (byPriority ? " and t.priority in :priorities" : "") + sorted,
                        Long.class)
                .setParameter("contract", ticket.contractId())
                .setParameter("level", ticket.level())
                .setParameter("id", ticket.id());
        return byPriority ? query.setParameter("priorities", upTo(ticket.priority())) : query;
    }

    private static List<Priority> upTo(Priority priority) {
        return List.of(Priority.values()).subList(0, priority.ordinal() + 1);
    }

    @Override
    public Optional<Ticket> first(Queue queue, QueueOrder order) {
        return em.createQuery("select t from Ticket t where" + WAITING + inLine(order), Ticket.class)
                .setParameter("contract", queue.contractId())
                .setParameter("level", queue.level())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The names of the priorities are in their order. */
    static String inLine(QueueOrder order) {
        return order == QueueOrder.RECEIVED ? " order by t.id" : " order by t.priority, t.id";
    }

    @Override
    public void add(Overtaking overtaking, List<Long> passed) {
        em.persist(overtaking);
        passed.forEach(ticket -> em.persist(new OvertakenTicket(overtaking.id(), ticket)));
    }
}

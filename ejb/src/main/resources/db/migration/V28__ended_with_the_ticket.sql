-- A vendor case ends with its ticket, and the vendor is told of a case that is withdrawn.

-- In which state the ticket ended that took the case with it.
ALTER TABLE vendor_case ADD COLUMN ended_with VARCHAR(12) CHECK (ended_with IN ('WITHDRAWN', 'DUPLICATE', 'TRANSFERRED'));
ALTER TABLE vendor_case ADD CONSTRAINT vendor_case_ended_with_its_ticket CHECK (ended_with IS NULL OR state = 'WITHDRAWN');
-- The vendor's address, where it was told of the end by mail.
ALTER TABLE vendor_case ADD COLUMN ending_mailed_to VARCHAR(254);

-- What ended before: the case ends when its ticket did, or with what was written in it since, by who saw to it, who has to tell the vendor.
-- A day that sorts it behind all others, as the application writes it.
UPDATE vendor_case SET
  state = 'WITHDRAWN',
  ended_with = (SELECT t.state FROM ticket t WHERE t.id = vendor_case.ticket_id),
  ending = (SELECT COALESCE(t.end_reason, o.number, t.number) FROM ticket t LEFT JOIN ticket o ON o.id = t.duplicate_of_id
    WHERE t.id = vendor_case.ticket_id),
  ended_by_id = owner_id,
  ended_at = (SELECT GREATEST(
      COALESCE((SELECT MAX(c.occurred_at) FROM clock_event c WHERE c.ticket_id = t.id AND c.kind = 'ENDED'), t.updated_at),
      COALESCE((SELECT MAX(e.occurred_at) FROM vendor_case_entry e WHERE e.case_id = vendor_case.id), vendor_case.opened_at))
    FROM ticket t WHERE t.id = vendor_case.ticket_id),
  chase_at = NULL,
  due_order = TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00:00',
  version = version + 1
WHERE state IN ('OPEN', 'ANSWERED')
  AND EXISTS (SELECT 1 FROM ticket t WHERE t.id = vendor_case.ticket_id AND t.state IN ('WITHDRAWN', 'DUPLICATE', 'TRANSFERRED'));
UPDATE ticket SET with_vendor_since = NULL, version = version + 1
WHERE with_vendor_since IS NOT NULL AND state IN ('WITHDRAWN', 'DUPLICATE', 'TRANSFERRED');

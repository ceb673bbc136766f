-- A vendor case ends with its ticket, and the vendor is told of a case that is withdrawn.

-- In which state the ticket ended that took the case with it.
ALTER TABLE vendor_case ADD COLUMN ended_with VARCHAR(12) CHECK (ended_with IN ('WITHDRAWN', 'DUPLICATE', 'TRANSFERRED'));
ALTER TABLE vendor_case ADD CONSTRAINT vendor_case_ended_with_its_ticket CHECK (ended_with IS NULL OR state = 'WITHDRAWN');
-- The vendor's address, where it was told of the end by mail.
ALTER TABLE vendor_case ADD COLUMN ending_mailed_to VARCHAR(254);

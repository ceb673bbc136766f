-- What the desk tells a vendor goes out by mail, and what the vendor answers by mail finds its case.

-- The vendor's address, where what opened the case went to it.
ALTER TABLE vendor_case ADD COLUMN mailed_to VARCHAR(254);

-- Number of the vendor case that a mail to a vendor is about; answers come back to it.
ALTER TABLE outbox_message ADD COLUMN vendor_case VARCHAR(20);
CREATE INDEX outbox_message_by_vendor_case ON outbox_message (vendor_case, recipient);

-- What the vendor answers by mail: from which address, and the message that it is; a message is one answer.
ALTER TABLE vendor_case_entry ADD COLUMN mailed_from VARCHAR(320);
ALTER TABLE vendor_case_entry ADD COLUMN message_id BIGINT REFERENCES inbound_message (id);
ALTER TABLE vendor_case_entry ADD CONSTRAINT vendor_case_entry_of_one_message UNIQUE (message_id);
ALTER TABLE vendor_case_entry DROP CONSTRAINT vendor_case_entry_says_something;
ALTER TABLE vendor_case_entry ADD CONSTRAINT vendor_case_entry_says_something CHECK ((kind = 'CHASED') = (text IS NULL)
  AND (kind = 'CHASED') = (reason IS NOT NULL) AND (kind = 'CHASED' OR message_id IS NOT NULL) = (by_id IS NULL)
  AND (message_id IS NULL) = (mailed_from IS NULL) AND (message_id IS NULL OR kind = 'ANSWERED'));

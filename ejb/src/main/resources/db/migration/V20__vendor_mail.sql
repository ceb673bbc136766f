-- What the desk tells a vendor goes out by mail.

-- The vendor's address, where what opened the case went to it.
ALTER TABLE vendor_case ADD COLUMN mailed_to VARCHAR(254);

-- Number of the vendor case that a mail to a vendor is about; answers come back to it.
ALTER TABLE outbox_message ADD COLUMN vendor_case VARCHAR(20);
CREATE INDEX outbox_message_by_vendor_case ON outbox_message (vendor_case, recipient);

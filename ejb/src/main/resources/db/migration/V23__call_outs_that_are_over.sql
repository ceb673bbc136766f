-- Since when there is no need of a call any more that nobody acknowledged: somebody has the ticket, it has ended, or another call has followed.
ALTER TABLE call_out ADD COLUMN over_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE call_out DROP CONSTRAINT call_out_calls_the_backup_once;
ALTER TABLE call_out ADD CONSTRAINT call_out_calls_the_backup_once
  CHECK (backup_due_at IS NULL OR (backup_called_at IS NULL AND acknowledged_at IS NULL AND over_at IS NULL));
ALTER TABLE call_out DROP CONSTRAINT call_out_is_never_forgotten;
ALTER TABLE call_out ADD CONSTRAINT call_out_is_never_forgotten
  CHECK (backup_due_at IS NOT NULL OR backup_called_at IS NOT NULL OR acknowledged_at IS NOT NULL OR over_at IS NOT NULL);
ALTER TABLE call_out ADD CONSTRAINT call_out_acknowledged_or_over CHECK (acknowledged_at IS NULL OR over_at IS NULL);

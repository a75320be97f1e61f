"""What all cases share: the ledger, approval, letters, attachments, personal data."""

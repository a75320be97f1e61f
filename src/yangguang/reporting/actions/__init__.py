"""What can be done with an annual report, one use case a file; nothing else changes one."""

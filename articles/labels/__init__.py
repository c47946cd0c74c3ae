"""What pages show of categories and sources: lists of them, and ways on from one."""

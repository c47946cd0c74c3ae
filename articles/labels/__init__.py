"""What pages show of categories and sources: lists of them, and bars of their years."""

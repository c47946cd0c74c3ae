"""What the desk does with articles, apart from the pages on which it does it."""

"""How long the pages of an archive take, through its web server on one core."""

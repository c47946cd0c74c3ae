"""Who may work at the desk: a password, and a second step where the settings ask it."""

"""What can be done about a refusal, as a terminal says it; the desk has other words."""

SAY_WHICH_IS_FIRST = "Say --day-first or --month-first"
NAME_THEM = "name them with --column"

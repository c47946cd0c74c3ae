"""What a refusal says can be done about it at a terminal; the desk says it otherwise."""

SAY_WHICH_IS_FIRST = "Say --day-first or --month-first"
NAME_THEM = "name them with --column"

"""The command line. Each module declares commands; what they need is imported when they run."""

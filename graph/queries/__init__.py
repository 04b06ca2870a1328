"""Questions to a graph: which document words mean, who carries it out, what replaced it, how two documents hang
together."""

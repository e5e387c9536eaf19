"""Pictures and papers of the sample articles, made with the standard library only."""

"""What a shop holds right after it was installed in France, and quick ways to fill it."""

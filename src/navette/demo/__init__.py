"""What Navette ships to try itself: a sample company and simulated shops."""

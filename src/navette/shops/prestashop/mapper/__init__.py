"""Pure functions between the web service's shapes and the domain."""

"""One repository per protocol of navette.ports.store; all SQL of our memory is here."""

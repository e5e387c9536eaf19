"""How the shop turns a cart into an order, and moves orders from state to state."""

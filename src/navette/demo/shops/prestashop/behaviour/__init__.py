"""What each resource does beyond storing its fields: worked-out fields, lists, side effects."""

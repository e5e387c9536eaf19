"""What the application asks of the outside: typing.Protocol only, implemented by erp, shops and store."""

"""Rows of options, with the secrets that some of them own."""

from navette.store import models


def forget_option(option: models.OptionValue) -> None:
    """Delete an option and its secret, inside a transaction."""
    secret = option.secret
    option.delete()
    if secret:
        secret.delete()


def copy_settings(source: models.Profile, target: models.Profile) -> None:
    """Copy the options and mapping tables of a profile to a new one, inside a transaction; secrets stay encrypted."""
    for option in models.OptionValue.objects.filter(profile=source).select_related("secret"):
        secret = option.secret
        if secret:
            secret = models.Secret.objects.create(ciphertext=secret.ciphertext, key_id=secret.key_id)
        models.OptionValue.objects.create(profile=target, key=option.key, value=option.value, secret=secret)
    models.MappingRow.objects.bulk_create(
        models.MappingRow(profile=target, table=row.table, source_key=row.source_key, target_key=row.target_key)
        for row in models.MappingRow.objects.filter(profile=source)
    )

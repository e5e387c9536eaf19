"""Both sides are the ones that the profile was set up with, verified before any write (design rule 14)."""

from navette.application.session import Session
from navette.domain.errors import ConfigurationError
from navette.domain.messages import run as messages
from navette.ports.shop import ShopProbe


def verify_identity(session: Session) -> ShopProbe:
    """Probe both sides and compare them with what is stored; raises ConfigurationError if one is another.

    Rights that the shop's key lacks stop the run too: a run that could do half of its work would be worse.
    """
    shop = session.shop.probe()
    if shop.missing_rights:
        rights = ", ".join(f"{right.resource} ({right.method})" for right in shop.missing_rights)
        raise ConfigurationError(messages.MISSING_RIGHTS, rights=rights)
    stored = session.store.remember_identity("shop", shop.identity, shop.url)
    if stored != shop.identity:
        raise ConfigurationError(messages.OTHER_SHOP, found=shop.identity, expected=stored, profile=session.profile)
    company = session.erp.probe()
    stored = session.store.remember_identity("company", company.identity, company.company_name)
    if stored != company.identity:
        raise ConfigurationError(messages.OTHER_COMPANY, found=company.identity, expected=stored)
    return shop

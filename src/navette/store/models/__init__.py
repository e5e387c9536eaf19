"""The tables of our own memory, one module per group."""

from navette.store.models.bindings import Binding, PublishedPrice, RemoteFile, SentAspect
from navette.store.models.claims import AccountCounter, Claim, ClaimMember, ShopEffect
from navette.store.models.identity import Company, CompanyShop, Profile, Scope, Shop
from navette.store.models.leases import FencingToken, Lease
from navette.store.models.options import ConfigAudit, MappingRow, OptionValue
from navette.store.models.quarantine import QuarantineEntry
from navette.store.models.runs import JournalLine, Mark, PlanItem, Run, RunBatch, SentChange
from navette.store.models.secrets import Secret

__all__ = [
    "AccountCounter",
    "Binding",
    "Claim",
    "ClaimMember",
    "Company",
    "CompanyShop",
    "ConfigAudit",
    "FencingToken",
    "JournalLine",
    "Lease",
    "MappingRow",
    "Mark",
    "OptionValue",
    "PlanItem",
    "Profile",
    "PublishedPrice",
    "QuarantineEntry",
    "RemoteFile",
    "Run",
    "RunBatch",
    "Scope",
    "Secret",
    "SentAspect",
    "SentChange",
    "Shop",
    "ShopEffect",
]

"""Joins the parts: the only package that knows every concrete class of both sides and of our own store."""

from navette.bootstrap.profile_settings import ProfileView
from navette.bootstrap.sides import Moved
from navette.bootstrap.workspace import Workspace, open_session, open_workspace
from navette.store.profile_record import ProfileRecord, Side

__all__ = ["Moved", "ProfileRecord", "ProfileView", "Side", "Workspace", "open_session", "open_workspace"]

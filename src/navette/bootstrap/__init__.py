"""Joins the parts: the only package that knows every concrete class of both sides and of our own store."""

from navette.bootstrap.workspace import Workspace, open_session, open_workspace

__all__ = ["Workspace", "open_session", "open_workspace"]

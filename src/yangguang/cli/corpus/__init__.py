"""`yangguang corpus`: one module a command."""

from yangguang.cli.corpus.build import build
from yangguang.cli.corpus.query import query
from yangguang.cli.corpus.repeated import repeated
from yangguang.cli.corpus.summary import summary

__all__ = ["build", "query", "repeated", "summary"]

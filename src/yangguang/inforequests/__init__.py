"""Disclosure requests (依申请公开), from the citizen's form to the answer."""

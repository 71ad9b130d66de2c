"""Suites: short passages of our own, told in many ways, with what a careful reader takes from each.

A suite is a table beside a module. It was written from a description of what should be found,
without sight of the rules that find it.
"""

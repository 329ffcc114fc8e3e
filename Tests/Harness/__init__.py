"""Drives the program under test from outside: its commands, its server, its forms."""

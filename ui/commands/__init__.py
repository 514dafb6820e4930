"""The commands, one file each; `ui/cli.py` puts them together."""

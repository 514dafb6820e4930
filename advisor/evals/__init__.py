"""Question files: reading them, asking them, and scoring the answers. Knows no terminal."""

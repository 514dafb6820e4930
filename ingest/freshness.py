"""Whether the published release still stands for the files it was made from. Cheap: reads files, loads no model."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from advisor.errors import LibraryError
from advisor.library import embedding_text
from advisor.library.manifest import damaged_files, read_manifest
from advisor.library.shelf import RELEASES, current_release
from ingest.split import SPLITTER


def is_current(home: Path, paths: Iterable[Path | str], embedder_name: str) -> bool:
    """Whether an ingest of these paths would build what is published: same files, reader and embedder, undamaged."""
    try:
        release = current_release(home)
        if release is None:
            return False
        manifest = read_manifest(home / RELEASES / release)
    except LibraryError:
        return False
    made_alike = (manifest.embedder.name, manifest.splitter) == (embedder_name, reader_version())
    if not made_alike or manifest.inputs_digest != inputs_digest(paths):
        return False
    return not damaged_files(home / RELEASES / release, manifest)


def inputs_digest(paths: Iterable[Path | str]) -> str:
    """SHA-256 of the names and bytes of all files under the paths, in whatever order they are given.

    Hidden files do not count; a path that is not there counts as an empty one.
    """
    roots = sorted(_digest_of_root(Path(path)) for path in paths)
    return sha256("\n".join(roots).encode()).hexdigest()


def reader_version() -> str:
    """Changes whenever the same files could be read, cut or worded in another way."""
    code = sha256()
    here = Path(__file__).parent
    for part in sorted([*here.rglob("*.py"), *here.rglob("*.yaml")]):
        code.update(part.read_bytes())
    return f"{SPLITTER}+{embedding_text.VERSION}+{code.hexdigest()[:12]}"


def _digest_of_root(root: Path) -> str:
    digest = sha256()
    for name, path in _files(root):
        digest.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    if root.is_file():
        yield root.name, root
        return
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix(), path

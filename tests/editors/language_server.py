"""The yaml-language-server, which editors use, asked over its own protocol what it shows.

Run as a script it installs the server into a temporary folder and prints what an author sees at
some places of a small file.
"""

# ruff: noqa: T201 - it prints what it finds

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

PACKAGE = "yaml-language-server@1.25.0"
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "dispute.schema.json"

_SECONDS = 60
"""How long an answer is waited for; one takes well under a second."""

_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        # The schema is the one that the file names; nothing is fetched.
        "schemaStore": {"enable": False},
    }
}


class NotInstalledError(Exception):
    """The server cannot be installed here; the message says why."""


def install(folder: Path) -> Path:
    """Install the server into a folder; return its script."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise NotInstalledError("node and npm are not on this machine")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefer-offline"]
    # Without a registry this is to be known at once.
    retries = ["--fetch-retries=0", "--fetch-timeout=20000"]
    done = subprocess.run(
        [npm, "install", *options, *retries, "--prefix", str(folder), PACKAGE],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("npm error")]
        raise NotInstalledError(f"npm cannot install {PACKAGE}: {' '.join(said[:2])}")
    return folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """A server that runs while the `with` statement does."""

    def __init__(self, script: Path) -> None:
        """Keep which script is run."""
        self._script = script
        self._last = 0
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        """Start the server and tell it what it needs to know."""
        self._process = subprocess.Popen(
            [shutil.which("node") or "node", str(self._script), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        documents = {
            "publishDiagnostics": {},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "completion": {
                "completionItem": {
                    "snippetSupport": True,
                    "documentationFormat": ["markdown", "plaintext"],
                }
            },
        }
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {
                    "textDocument": documents,
                    "workspace": {"configuration": True, "didChangeConfiguration": {}},
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})
        return self

    def __exit__(self, *_: object) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(_SECONDS)
        self._listener.join(_SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def open(self, path: Path, text: str) -> None:
        """Open a document of this text as if it stood at this path."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def diagnostics(self, path: Path) -> list[tuple[int, int, str]]:
        """Return what is wrong in an open document: line and column, counted from 0, and why."""
        while path.as_uri() not in self._diagnostics:
            self._take()
        found = [(each["range"]["start"], each) for each in self._diagnostics[path.as_uri()]]
        return sorted((at["line"], at["character"], each["message"]) for at, each in found)

    def completions(self, path: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """Return what can be filled in at a place, counted from 0, by its label."""
        found = self._ask("textDocument/completion", _at(path, line, column))
        return {item["label"]: item for item in found["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown when the pointer rests on a place, counted from 0."""
        found = self._ask("textDocument/hover", _at(path, line, column))
        return "" if found is None else str(found["contents"]["value"])

    # The protocol --------------------------------------------------------------------------

    def _tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _ask(self, method: str, parameters: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while True:
            message = self._take()
            if "method" not in message and message.get("id") == self._last:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def _take(self) -> dict[str, Any]:
        """Take the next message; answer what the server asks, and keep what it finds wrong."""
        message = self._messages.get(timeout=_SECONDS)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            found = message["params"]
            self._diagnostics[found["uri"]] = found["diagnostics"]
        elif method == "workspace/configuration":
            items = message["params"]["items"]
            result = [_SETTINGS.get(item.get("section")) for item in items]
            self._send({"id": message["id"], "result": result})
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for message in _messages(self._process.stdout):
            self._messages.put(message)


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    """Yield the messages in a stream, each after its headers and an empty line."""
    size = 0
    while line := stream.readline():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            size = int(value)
        elif not line.strip():
            yield json.loads(stream.read(size))


_SAMPLE = """\
# yaml-language-server: $schema=dispute.schema.json
parties:
  - {id: tenants, name: Tenants, kind: unoin}
  - id: landlord
    kind: \

colour: red
demands:
  - id: rebate
    \

"""


def main() -> None:
    """Print what an author sees who writes a small file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            script = install(folder)
        except NotInstalledError as error:
            sys.exit(str(error))
        shutil.copy(SCHEMA, folder)
        file = folder / "rent.yaml"
        with LanguageServer(script) as server:
            server.open(file, _SAMPLE)
            print(_SAMPLE)
            for line, column, message in server.diagnostics(file):
                print(f"{line + 1}:{column + 1}: {message}")
            for place, line, column in (
                ("at the top", 9, 0),
                ("in a demand", 8, 4),
                ("after `kind: `", 4, 10),
            ):
                print(f"\noffered {place}:")
                for label, item in server.completions(file, line, column).items():
                    print(f"  {label}: {item.get('documentation')}")
            print(f"\non `kind`:\n{server.hover(file, 2, 34)}")


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": column},
    }


if __name__ == "__main__":
    main()

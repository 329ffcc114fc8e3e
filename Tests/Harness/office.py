"""A scratch office on disk: commands run on it, and servers started, killed and stopped on it."""

import csv
import io
import json
import os
import pathlib
import signal
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("HUXUE_BINARY", ROOT / ".build/debug/huxue"))

STAFF_COLUMNS = ["員工編號", "姓名", "單位", "職稱", "帳號", "臨櫃", "到職日", "離職日"]


# An exam that never ends, with a paper of twenty questions: for load, not for reading.
LOAD_EXAM = """
title: 負載測試用測驗
kind: practice
opens: 2020-01-01T00:00
closes: 2099-12-31T23:59
minutes: 600
passMark: 60
attempts: 99
draw: perExaminee
shuffle: {questions: true, choices: true}
layout: onePage
results: afterClose
examinees: {units: [全所], positions: [], employees: [], except: []}
blueprint:
  - {topic: 出生登記, count: 10}
  - {topic: 遷徙登記, count: 10}
"""


class CommandFailed(Exception):
    pass


class Office:
    def __init__(self, folder, binary=BINARY):
        self.folder = pathlib.Path(folder)
        self.binary = pathlib.Path(binary)

    @property
    def database(self):
        return self.folder / "huxue.sqlite"

    def arguments(self, *words):
        return [str(self.binary), *map(str, words), "--data", str(self.folder)]

    def command(self, *words):
        """Runs one command to its end and returns its standard output."""
        done = subprocess.run(self.arguments(*words), capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise CommandFailed(f"huxue {' '.join(map(str, words))}: {done.returncode}\n{done.stderr}{done.stdout}")
        return done.stdout

    def listing(self, *words):
        return json.loads(self.command(*words, "--json"))

    def found(self, name="測試戶政事務所", admin="admin"):
        """Makes the office and returns the administrator's one-time password."""
        return self.command("init", "--office", name, "--admin", admin).split()[-1]

    def import_staff(self, rows):
        path = self.folder.parent / f"{self.folder.name}-staff.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(STAFF_COLUMNS)
            writer.writerows(rows)
        self.command("staff", "import", path)

    def issue_passwords(self):
        """A one-time password for everybody who has none yet, by login."""
        table = csv.reader(io.StringIO(self.command("staff", "issue-passwords").lstrip("\ufeff")))
        header = next(table)
        login, password = header.index("帳號"), next(i for i, name in enumerate(header) if "密碼" in name)
        return {row[login]: row[password] for row in table if row}

    def publish_exam(self, text):
        """Makes and publishes an exam from its file's text; returns its id."""
        path = self.folder.parent / f"{self.folder.name}-exam.yaml"
        path.write_text(text, encoding="utf-8")
        made = self.command("exam", "create", "--file", path).strip()
        self.command("exam", "publish", made)
        return made


class Server:
    """A server process on an office; in a process group of its own, so that killing spares nobody else."""

    def __init__(self, office, command=("serve",), port=None, environment=None, patience=30):
        self.office = office
        self.port = port or free_port()
        self.log = pathlib.Path(f"{office.folder}-server.log")
        self.process = None
        self.patience = patience
        self.command = command
        self.environment = {**os.environ, **(environment or {})}

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.office.arguments(*self.command, "--port", self.port),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment, start_new_session=True)
        end = time.monotonic() + self.patience
        while not is_open(self.port):
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                tail = self.log.read_text(encoding="utf-8", errors="replace")[-2000:]
                raise CommandFailed(f"the server did not start ({self.process.returncode}):\n{tail}")
            time.sleep(0.01)
        return self

    def wait_for(self, words):
        """What the server has printed, as soon as `words` are in it."""
        end = time.monotonic() + self.patience
        while words not in (text := self.log.read_text(encoding="utf-8", errors="replace")):
            if time.monotonic() > end:
                raise CommandFailed(f"the server did not say {words}:\n{text[-2000:]}")
            time.sleep(0.02)
        return text

    def kill(self):
        """SIGKILL: the process gets no chance to finish anything."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_open(port):
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0

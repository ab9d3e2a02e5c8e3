"""What was tried, how it went, and what was left out."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from launch.places import ROOT
from launch.say import plain, say

PASSED, FAILED, LEFT_OUT = "通过", "未通过", "没有运行"
# pytest's answer when it found nothing to run
NOTHING_RUN = 5


@dataclass
class Report:
    """All parts of a test run; `everything` makes a part left out a failure."""

    everything: bool = field(default_factory=lambda: os.environ.get("REQUIRE_ALL") == "1")
    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def run(self, name: str, command: Sequence[str | Path], env: Mapping[str, str]) -> bool:
        say(name)
        began = time.monotonic()
        code = subprocess.run([str(word) for word in command], cwd=ROOT, env=env).returncode
        outcome = FAILED if code else PASSED
        note = "：一个测试也没有" if code == NOTHING_RUN else ""
        self._add(name, f"{outcome}{note}（{time.monotonic() - began:.0f} 秒）")
        self.failed |= bool(code)
        return not code

    def leave_out(self, name: str, why: str) -> None:
        self._add(name, f"{LEFT_OUT}：{why}")
        self.failed |= self.everything

    def tell(self) -> int:
        """Print the summary; the exit code."""
        plain("\n结果")
        for line in self.lines:
            plain(f"  {line}")
        plain(f"总计：{FAILED if self.failed else PASSED}")
        return int(self.failed)

    def _add(self, name: str, outcome: str) -> None:
        self.lines.append(f"{name}：{outcome}")

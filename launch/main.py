"""Which of the commands was meant."""

import sys

from launch.say import Stop
from launch.serve import serve
from launch.suite import check, test


def main(arguments: list[str]) -> int:
    command, rest = serve, arguments
    if arguments[:1] == ["tests"]:
        command, rest = test, arguments[1:]
    elif arguments[:1] == ["check"]:
        command, rest = check, arguments[1:]
    try:
        return command(rest)
    except Stop as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断。再运行一次会接着做。\n")
        return 130

"""Filling the database that DATABASE_URL names, and asking it. Started by bench.search."""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

import django

django.setup()

from django.core.management import call_command  # noqa: E402 models need the setup first
from django.db import connection  # noqa: E402
from psycopg2.extras import execute_values  # noqa: E402

from portal.core.township.models import Township  # noqa: E402
from portal.search.query import search  # noqa: E402
from portal.search.words import vocabulary  # noqa: E402

BATCH = 2_000
WORDS_EACH, TITLE_EACH = 140, 8
ROUNDS = 5
START = datetime(2015, 1, 1, tzinfo=UTC)


def main() -> None:
    call_command("migrate", verbosity=0)
    for place, count in enumerate(map(int, sys.argv[1:])):
        township = _township(place)
        start = time.perf_counter()
        _fill(township, count)
        _vacuum()
        print(f"{count} documents, filled in {time.perf_counter() - start:.0f} s")
        _report(township)


def _township(place: int) -> Township:
    return Township.objects.create(
        name=f"镇{place}", full_name=f"镇{place}", slug=f"t{place}", credit_code=f"X{place:017d}"
    )


def _vocabulary() -> list[str]:
    """Words from the commonest to the rarest: our own, then made-up ones of two characters."""
    common = ["通知", "工作", "公开", "村", "镇", "2026", "情况", "人民政府", "补贴", "资金"]
    rare = [chr(0x4E00 + n // 90) + chr(0x5000 + n % 90) for n in range(30_000)]
    return [*common, *vocabulary(), *rare]


def _fill(township: Township, count: int) -> None:
    chance, words = random.Random(5), _vocabulary()
    # Zipf: the n-th word stands in one of n documents or so
    weights = [1 / (place + 3) for place in range(len(words))]
    rows = _rows(township, chance, words, weights, count)
    sentence = (
        "INSERT INTO search_searchdocument (township_id, kind, key, title, text, url, category,"
        " year, numbers, initials, published_at, words_digest, title_vector, vector) VALUES %s"
    )
    template = "(%s,%s,%s,%s,%s,%s,%s,%s,%s,'',%s,'',array_to_tsvector(%s),array_to_tsvector(%s))"
    with connection.cursor() as cursor:
        while batch := list(islice(rows, BATCH)):
            execute_values(cursor, sentence, batch, template, page_size=500)


def _rows(
    township: Township, chance: random.Random, words: list[str], weights: list[float], count: int
) -> Iterator[tuple[object, ...]]:
    categories = ("", "services", "social-assistance", "farm-subsidies", "fiscal-funds")
    for number in range(count):
        text = chance.choices(words, weights, k=WORDS_EACH)
        title = text[:TITLE_EACH]
        at = START + timedelta(minutes=number * 30 % (60 * 24 * 365 * 11))
        yield (
            township.pk,
            "item",
            str(number),
            "".join(title),
            "，".join(text),
            f"/{number}/",
            chance.choice(categories),
            at.year,
            f"青政{at.year}{number}号",
            at,
            sorted(set(title)),
            sorted(set(text)),
        )


def _vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE search_searchdocument")


def _report(township: Township) -> None:
    words = _vocabulary()
    asked = [*words[:20], *words[30:120:10], *words[200:2000:200], words[9000]]
    asked += [f"{one} {two}" for one, two in zip(words[:12], words[5:60:5], strict=False)]
    now = datetime.now(UTC)
    for question in asked:
        search(question, township, now)
    times: list[tuple[float, str, int]] = []
    for _ in range(ROUNDS):
        for question in asked:
            start = time.perf_counter()
            answer = search(question, township, now)
            times.append(((time.perf_counter() - start) * 1000, question, answer.count))
    spent = sorted(one[0] for one in times)
    late = spent[int(len(spent) * 0.95)]
    print(
        f"  {len(asked)} questions × {ROUNDS}: median {statistics.median(spent):.1f} ms,"
        f" 95 % under {late:.1f} ms, slowest {spent[-1]:.1f} ms"
    )
    for one in sorted(times, reverse=True)[:4]:
        print(f"    {one[0]:.1f} ms  {one[1]}（{one[2]}）")


if __name__ == "__main__":
    main()

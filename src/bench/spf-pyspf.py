"""Runs the cases of the RFC 7208 suite through pyspf and says how many a CPU second.

spf-pyspf.py SUITE.yml ROUNDS; as many rounds again go before, unmeasured.
"""
import socket
import sys
import time

import spf
import yaml

zone = {}


def records(name, entries):
    """The entries of a name as (type, value) pairs; SPF entries serve as TXT unless it has some."""
    has_txt = any(isinstance(e, dict) and "TXT" in e for e in entries)
    for entry in entries:
        if entry == "TIMEOUT":
            yield None, None
            continue
        ((kind, value),) = entry.items()
        if kind == "SPF":
            if has_txt:
                continue
            kind = "TXT"
        if kind == "TXT":
            if value == "NONE":
                continue
            value = tuple(s.encode("utf-8") for s in ([value] if isinstance(value, str) else value))
        elif kind == "AAAA":
            value = socket.inet_pton(socket.AF_INET6, value)
        elif kind == "MX":
            value = tuple(value)
        yield kind, value


def lookup(name, kind, strict=True, timeout=None, level=0):
    """Stands in for pyspf's DNS, which yields the aliases together with what they lead to."""
    name = ".".join(label for label in name.split(".") if label)
    if any(len(label) > 63 for label in name.split(".")):
        raise spf.TempError("DNS label too long")
    silent = True
    for each, value in zone.get(name.lower(), ()):
        if each is None:
            if silent:
                raise spf.TempError("DNS timeout")
            return
        if each == kind:
            silent = False
        if each == kind or each == "CNAME":
            yield (name, each), value
        if each == "CNAME" and not level:
            yield from lookup(value, kind, strict, timeout, 1)


def run(cases, rounds):
    global zone
    right = 0
    for _ in range(rounds):
        for names, test in cases:
            zone = names
            query = spf.query(
                i=test["host"], s=test["mailfrom"], h=test["helo"], strict=test.get("strict", True))
            query.set_default_explanation("DEFAULT")
            expected = test["result"]
            if query.check()[0] in (expected if isinstance(expected, list) else [expected]):
                right += 1
    return right // rounds


def main(suite, rounds):
    spf.DNSLookup = lookup
    cases = []
    with open(suite, "rb") as file:
        for scenario in yaml.safe_load_all(file):
            names = {n.lower(): list(records(n, e)) for n, e in scenario["zonedata"].items()}
            cases += [(names, test) for test in scenario["tests"].values()]
    run(cases, rounds)
    start = time.process_time()
    right = run(cases, rounds)
    seconds = time.process_time() - start
    print("%d of %d right, %.0f checks a CPU second" % (right, len(cases), len(cases) * rounds / seconds))


main(sys.argv[1], int(sys.argv[2]))

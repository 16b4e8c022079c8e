"""Makes a folder of closed sessions from one real one: LIBRARY.py SESSION FOLDER COUNT FACTS.

Each copy has the real session's records, its pinned playbook among them, answers in between until
there are FACTS, an id, project and dates of its own, and right check sums.
"""
import datetime, json, os, sys, zlib


def sealed(record):
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
    return text + b',"crc":"%08x"}\n' % zlib.crc32(text)


def main():
    source, folder, count, facts = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    records = [json.loads(line) for line in open(source, encoding="utf-8")]
    for record in records:
        record.pop("crc")
    # What stands before the close stays there; answers fill up what is missing.
    last = next(i for i, r in enumerate(records) if r["type"] in ("outcome.settled", "session.closed"))
    body, close = records[:last], records[last:]
    filler = [r for r in body if r["type"] in ("items.added", "answer.set")]
    at = body[-1]["at"]
    for number in range(facts - len(records)):
        body.append(dict(filler[number % len(filler)], n=0, at=at))
    records = body + close
    for number, record in enumerate(records):
        record["n"] = number + 1
    # All but the first line are the same in each copy.
    rest = b"".join(sealed(record) for record in records[1:])
    os.makedirs(folder, mode=0o700, exist_ok=True)
    opened = dict(records[0])
    first = datetime.date(2020, 1, 1)
    for number in range(count):
        day = (first + datetime.timedelta(days=number % 2000)).isoformat()
        tag = f"{number:012x}"
        opened["session"] = f"0199754e-2a10-7c3e-9b1f-{tag}"
        opened["project"] = f"Project {number % 97}"
        # One can be told from the rest by a word.
        opened["title"] = "Zebra crossing" if number % 9000 == 8999 else records[0]["title"]
        name = f"{day}-project-{number % 97}-{tag[-5:]}.jsonl"
        with open(os.path.join(folder, name), "wb") as file:
            file.write(sealed(opened) + rest)
    print(f"{count} sessions of {len(records)} records, {len(rest)} bytes each")


if __name__ == "__main__":
    main()

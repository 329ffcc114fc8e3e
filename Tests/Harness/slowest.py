"""Prints the slowest tests of a run of swift-testing, by its event stream: slowest.py EVENTS.

What the test's own line says is no measure: it counts the time that the test waited for others.
"""

import collections
import json
import sys

COUNT = 10


def main(path):
    names, begun, spent = {}, {}, collections.Counter()
    with open(path, encoding="utf-8") as events:
        for line in events:
            event = json.loads(line)
            payload = event["payload"]
            if event["kind"] == "test":
                names[payload["id"]] = payload.get("displayName", payload["name"])
                continue
            test = payload.get("testID")
            case = (test, json.dumps(payload.get("_testCase"), sort_keys=True))
            if payload["kind"] == "testCaseStarted":
                begun[case] = payload["instant"]["absolute"]
            elif payload["kind"] == "testCaseEnded" and case in begun:
                spent[test] += payload["instant"]["absolute"] - begun.pop(case)
    print(f"The {COUNT} slowest tests:")
    for test, seconds in spent.most_common(COUNT):
        print(f"{seconds:6.1f} s  {names.get(test, test)}")


if __name__ == "__main__":
    main(sys.argv[1])

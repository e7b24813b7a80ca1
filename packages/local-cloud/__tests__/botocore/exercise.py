"""Calls every operation of the local cloud through botocore, the library under the aws CLI.

Reads {"endpoint": …, "registry": …, "accessKeyId": …, "secretAccessKey": …, "region": …} from stdin. Prints one JSON
object: {"called": {signing name: [operation]}, "waited": {…: [waiter]}, "defects": [sentence], "broken": [traceback]}.
"""

import json
import sys
import traceback
from pathlib import Path

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

sys.path.insert(0, str(Path(__file__).parent))
import balancers  # noqa: E402
import containers  # noqa: E402
import images  # noqa: E402
import records  # noqa: E402
import refusals  # noqa: E402
import relational  # noqa: E402
import releases  # noqa: E402
import telemetry  # noqa: E402
import trust  # noqa: E402
from strict_reply import defects  # noqa: E402


class Exercise:
    """Hands out clients whose replies are checked, and remembers what was called."""

    def __init__(self, cloud):
        self.cloud, self.called, self.waited, self.defects = cloud, {}, {}, []
        self.session = botocore.session.get_session()

    def client(self, service, attempts=1):
        """`attempts`: of a call that is throttled, for what calls more often than its quota allows."""
        client = self.session.create_client(
            service,
            region_name=self.cloud["region"],
            endpoint_url=self.cloud["endpoint"],
            aws_access_key_id=self.cloud["accessKeyId"],
            aws_secret_access_key=self.cloud["secretAccessKey"],
            config=Config(retries={"total_max_attempts": attempts}, inject_host_prefix=False),
        )
        client.meta.events.register("before-parse.*.*", self.check)
        return client

    def check(self, operation_model, response_dict, **_):
        self.called.setdefault(operation_model.service_model.signing_name, set()).add(operation_model.name)
        self.defects += defects(operation_model, response_dict)

    def wait(self, client, name, **arguments):
        """A waiter of botocore's, which must end; it asks every half second of real time."""
        client.get_waiter(name).wait(WaiterConfig={"Delay": 0.5, "MaxAttempts": 120}, **arguments)
        self.waited.setdefault(client.meta.service_model.signing_name, set()).add(name)

    def pages(self, client, name, size=1, **arguments):
        """Every page of a listing, one item a page, so that tokens are needed."""
        pages = client.get_paginator(name).paginate(PaginationConfig={"PageSize": size}, **arguments)
        return [page for _, page in zip(range(50), pages)]

    def refused(self, code, call, **arguments):
        """The call must be refused with this code."""
        try:
            call(**arguments)
        except ClientError as error:
            if error.response["Error"]["Code"] != code:
                self.defects.append(f"{error.operation_name}: {error} instead of {code}")
            return
        self.defects.append(f"{code} was expected of {arguments}")

    def holds(self, what, truth):
        if not truth:
            self.defects.append(f"not so: {what}")


def main():
    exercise = Exercise(json.load(sys.stdin))
    broken, made = [], {}
    for scenario in (trust, telemetry, records, images, balancers, containers, refusals, releases, relational):
        try:
            scenario.run(exercise, made)
        except Exception:
            broken.append(traceback.format_exc(limit=-4))
    listed = lambda sets: {service: sorted(names) for service, names in sets.items()}  # noqa: E731
    waiters = {}
    for service in ("cloudwatch", "codedeploy", "ecr", "ecs", "elbv2", "rds", "route53"):
        model = exercise.session.get_waiter_model(service)
        signing_name = exercise.session.get_service_model(service).signing_name
        waiters[signing_name] = {name: model.get_waiter(name).operation for name in model.waiter_names}
    print(json.dumps({
        "called": listed(exercise.called), "waited": listed(exercise.waited), "waiters": waiters,
        "defects": sorted(set(exercise.defects)), "broken": broken,
    }))  # fmt: skip


main()

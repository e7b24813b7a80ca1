"""CloudWatch Logs and CloudWatch."""

import time
from datetime import datetime, timedelta, timezone


def run(exercise, made):
    logs = exercise.client("logs")
    logs.create_log_group(logGroupName="/exercise")
    logs.create_log_group(logGroupName="/ecs/exercise")
    for stream in ("one", "two"):
        logs.create_log_stream(logGroupName="/exercise", logStreamName=stream)
    now = int(time.time() * 1000)
    logs.put_log_events(
        logGroupName="/exercise",
        logStreamName="one",
        logEvents=[{"timestamp": now, "message": "started"}, {"timestamp": now + 1, "message": "ERROR: no database"}],
    )
    events = logs.get_log_events(logGroupName="/exercise", logStreamName="one", startFromHead=True)["events"]
    exercise.holds("log events come back in order", [each["message"] for each in events] == ["started", "ERROR: no database"])
    found = exercise.pages(logs, "filter_log_events", logGroupName="/exercise", filterPattern="ERROR")
    exercise.holds("a filter finds the one event", sum(len(page["events"]) for page in found) == 1)
    exercise.holds("two groups are two pages", len(exercise.pages(logs, "describe_log_groups")) == 2)
    exercise.holds("two streams are two pages", len(exercise.pages(logs, "describe_log_streams", logGroupName="/exercise")) == 2)
    exercise.refused("ResourceAlreadyExistsException", logs.create_log_group, logGroupName="/exercise")
    exercise.refused("ResourceNotFoundException", logs.get_log_events, logGroupName="/exercise", logStreamName="three")

    watch = exercise.client("cloudwatch")
    rule = {
        "Namespace": "Exercise", "MetricName": "Errors", "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1,
        "Threshold": 2.5, "ComparisonOperator": "GreaterThanThreshold",
    }  # fmt: skip
    watch.put_metric_alarm(AlarmName="errors", AlarmDescription="too many", Dimensions=[{"Name": "a", "Value": "b"}], **rule)
    watch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="the exercise says so")
    exercise.wait(watch, "alarm_exists", AlarmNames=["errors"])
    alarms = exercise.pages(watch, "describe_alarms")[0]["MetricAlarms"]
    exercise.holds("the alarm is in the state that was set", alarms[0]["StateValue"] == "ALARM")
    span = {"StartTime": datetime.now(timezone.utc) - timedelta(minutes=5), "EndTime": datetime.now(timezone.utc) + timedelta(minutes=5)}
    watch.get_metric_statistics(Namespace="Exercise", MetricName="Errors", Period=60, Statistics=["Sum", "Average"], **span)
    stat = {"Metric": {"Namespace": "Exercise", "MetricName": "Errors"}, "Period": 60, "Stat": "p95"}
    watch.get_metric_data(MetricDataQueries=[{"Id": "q", "MetricStat": stat}], **span)
    exercise.pages(watch, "list_metrics", size=None)
    watch.delete_alarms(AlarmNames=["errors"])
    exercise.refused("ResourceNotFound", watch.delete_alarms, AlarmNames=["errors"])

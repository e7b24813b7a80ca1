"""RDS: a PostgreSQL instance, its snapshots and a restored one."""


def run(exercise, made):
    rds = exercise.client("rds")
    rds.create_db_instance(
        DBInstanceIdentifier="exercise", Engine="postgres", DBInstanceClass="db.t4g.micro", AllocatedStorage=20,
        MasterUsername="golive", MasterUserPassword="not-a-secret", DBName="app", Tags=[{"Key": "k", "Value": "v"}],
    )  # fmt: skip
    exercise.wait(rds, "db_instance_available", DBInstanceIdentifier="exercise")
    changed = rds.modify_db_instance(DBInstanceIdentifier="exercise", BackupRetentionPeriod=7, MultiAZ=True)["DBInstance"]
    exercise.holds("a change waits for its window", changed["PendingModifiedValues"]["MultiAZ"] is True)
    for name in ("first", "second"):
        rds.create_db_snapshot(DBInstanceIdentifier="exercise", DBSnapshotIdentifier=name, Tags=[{"Key": "k", "Value": "v"}])
        exercise.wait(rds, "db_snapshot_available", DBSnapshotIdentifier=name)
    exercise.wait(rds, "db_snapshot_completed", DBSnapshotIdentifier="first")
    # RDS pages by 20 at least: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
    found = exercise.pages(rds, "describe_db_snapshots", size=20, DBInstanceIdentifier="exercise")[0]["DBSnapshots"]
    exercise.holds("both snapshots are listed", len(found) == 2)
    filtered = [{"Name": "db-snapshot-id", "Values": ["first"]}]
    exercise.holds("a filter finds one", len(rds.describe_db_snapshots(Filters=filtered)["DBSnapshots"]) == 1)
    rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="restored", DBSnapshotIdentifier="first")
    exercise.wait(rds, "db_instance_available", DBInstanceIdentifier="restored")
    exercise.pages(rds, "describe_db_instances", size=20)
    rds.delete_db_snapshot(DBSnapshotIdentifier="second")
    exercise.wait(rds, "db_snapshot_deleted", DBSnapshotIdentifier="second")
    rds.delete_db_instance(DBInstanceIdentifier="restored", SkipFinalSnapshot=True)
    exercise.wait(rds, "db_instance_deleted", DBInstanceIdentifier="restored")
    exercise.refused("DBSnapshotNotFound", rds.describe_db_snapshots, DBSnapshotIdentifier="second")
    exercise.refused("DBInstanceNotFound", rds.describe_db_instances, DBInstanceIdentifier="restored")

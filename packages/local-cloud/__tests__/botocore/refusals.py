"""What ECS and CodeDeploy refuse, and with which of the errors that their models declare."""

import time

from containers import NETWORK, definition

CLUSTER = "refusals"
FARGATE = {"family": "sized", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"]}
SMALL = [{"name": "app", "image": "app:1"}]


def run(exercise, made):
    ecs = exercise.client("ecs", attempts=8)
    ecs.create_cluster(clusterName=CLUSTER)
    pages(exercise, ecs)
    definitions(exercise, ecs)
    tasks(exercise, ecs, made)
    services(exercise, ecs, made)
    ecs.delete_cluster(cluster=CLUSTER)
    exercise.refused("ClusterNotFoundException", ecs.list_tasks, cluster=CLUSTER)
    exercise.holds("a cluster that is not there is told as such", missing(ecs.describe_clusters(clusters=["absent"])))


def missing(answer):
    return [each["reason"] for each in answer["failures"]] == ["MISSING"]


def pages(exercise, ecs):
    listings = {
        ecs.list_clusters: {}, ecs.list_services: {"cluster": CLUSTER}, ecs.list_tasks: {"cluster": CLUSTER},
        ecs.list_task_definitions: {}, ecs.list_task_definition_families: {},
    }  # fmt: skip
    for listing, arguments in listings.items():
        for wrong in ({"maxResults": 0}, {"maxResults": 101}, {"maxResults": -1}, {"nextToken": "no token of yours"}):
            exercise.refused("InvalidParameterException", listing, **arguments, **wrong)
    arns = [f"arn:aws:ecs:ap-northeast-2:123456789012:service-deployment/{CLUSTER}/web/{at}" for at in range(21)]
    exercise.refused("InvalidParameterException", ecs.describe_service_deployments, serviceDeploymentArns=arns)
    exercise.refused("InvalidParameterException", ecs.describe_service_deployments, serviceDeploymentArns=[])
    exercise.refused("InvalidParameterException", ecs.describe_service_revisions, serviceRevisionArns=arns)
    exercise.holds("twenty are asked for at once", len(ecs.describe_service_revisions(serviceRevisionArns=arns[:20])["failures"]) == 20)
    exercise.refused("InvalidParameterException", ecs.describe_services, cluster=CLUSTER, services=[f"s{at}" for at in range(11)])
    exercise.refused("InvalidParameterException", ecs.describe_services, cluster=CLUSTER, services=[])
    exercise.refused("InvalidParameterException", ecs.describe_tasks, cluster=CLUSTER, tasks=[f"{at:032x}" for at in range(101)])
    exercise.refused("InvalidParameterException", ecs.describe_tasks, cluster=CLUSTER, tasks=[])
    for operation, arguments in ((ecs.describe_services, {"services": ["web"]}), (ecs.describe_tasks, {"tasks": ["0" * 32]})):
        exercise.refused("ClusterNotFoundException", operation, cluster="absent", **arguments)


def definitions(exercise, ecs):
    def refused(**given):
        exercise.refused("ClientException", ecs.register_task_definition, **{**FARGATE, "containerDefinitions": SMALL, "cpu": "256", "memory": "512", **given})

    for cpu, memory in (("256", "4096"), ("255", "512"), ("1024", "1024"), ("8192", "17408"), ("32", "128"), ("abc", "512")):
        refused(cpu=cpu, memory=memory)
    refused(networkMode="bridge")
    refused(family="not a name")
    refused(containerDefinitions=[])
    refused(containerDefinitions=[*SMALL, *SMALL])
    refused(containerDefinitions=[{**SMALL[0], "essential": False}])
    refused(containerDefinitions=[{**SMALL[0], "dependsOn": [{"containerName": "absent", "condition": "START"}]}])
    refused(containerDefinitions=[{**SMALL[0], "mountPoints": [{"sourceVolume": "absent", "containerPath": "/x"}]}])
    refused(containerDefinitions=[{**SMALL[0], "privileged": True}])
    refused(containerDefinitions=[{**SMALL[0], "links": ["app"]}])
    refused(containerDefinitions=[{**SMALL[0], "memory": 1024}])
    refused(containerDefinitions=[{**SMALL[0], "portMappings": [{"containerPort": 80, "hostPort": 8080}]}])
    refused(containerDefinitions=[{**SMALL[0], "name": f"app{at}"} for at in range(11)])
    refused(containerDefinitions=[{**SMALL[0], "linuxParameters": {"sharedMemorySize": 64}}])
    refused(volumes=[{"name": "data", "host": {"sourcePath": "/data"}}])
    refused(ipcMode="task")
    refused(ephemeralStorage={"sizeInGiB": 201})
    for tags in (
        [{"key": str(at), "value": ""} for at in range(51)], [{"key": "twice", "value": "a"}, {"key": "twice", "value": "b"}],
        [{"key": "k" * 129, "value": ""}], [{"key": "k", "value": "v" * 257}], [{"key": "aws:mine", "value": ""}], [{"key": "k", "value": "a\tb"}],
    ):  # fmt: skip
        exercise.refused("InvalidParameterException", ecs.register_task_definition, **FARGATE, containerDefinitions=SMALL, cpu="256", memory="512", tags=tags)
        exercise.refused("InvalidParameterException", ecs.create_cluster, clusterName="tagged", tags=tags)
    exercise.refused("ClientException", ecs.deregister_task_definition, taskDefinition="web")
    exercise.refused("ClientException", ecs.deregister_task_definition, taskDefinition="web:99")
    exercise.refused("ClientException", ecs.describe_task_definition, taskDefinition="web:99")


def tasks(exercise, ecs, made):
    made["refused definition"] = ecs.register_task_definition(**{**definition(made["image"], "3"), "family": "refused"})["taskDefinition"]["taskDefinitionArn"]
    given = {"cluster": CLUSTER, "taskDefinition": made["refused definition"], "networkConfiguration": NETWORK}
    for wrong in (
        {"count": 0}, {"count": 11}, {"count": -1}, {"networkConfiguration": {}}, {"startedBy": "not allowed!"},
        {"overrides": {"containerOverrides": [{"name": "absent", "command": ["x"]}]}}, {"tags": [{"key": "aws:mine", "value": ""}]},
        {"capacityProviderStrategy": [{"capacityProvider": "absent", "weight": 1}]},
        {"capacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 0}, {"capacityProvider": "FARGATE_SPOT", "weight": 0}]},
        {"capacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 1}], "launchType": "FARGATE"},
    ):  # fmt: skip
        exercise.refused("InvalidParameterException", ecs.run_task, **{**given, **wrong})
    exercise.refused("ClientException", ecs.run_task, **{**given, "taskDefinition": "absent"})
    exercise.refused("ClusterNotFoundException", ecs.run_task, **{**given, "cluster": "absent"})
    exercise.refused("InvalidParameterException", ecs.stop_task, cluster=CLUSTER, task="0" * 32)
    for call, of in ((ecs.stop_task, {"task": "None"}), (ecs.describe_tasks, {"tasks": ["None"]})):
        exercise.refused("InvalidParameterException", call, cluster=CLUSTER, **of)
    exercise.refused("ServiceNotFoundException", ecs.list_tasks, cluster=CLUSTER, serviceName="absent")
    exercise.holds("a task that is not there is told as such", missing(ecs.describe_tasks(cluster=CLUSTER, tasks=["0" * 32])))


def services(exercise, ecs, made):
    given = {"cluster": CLUSTER, "serviceName": "one", "taskDefinition": made["refused definition"], "networkConfiguration": NETWORK, "desiredCount": 0}
    for wrong in (
        {"desiredCount": -1}, {"serviceName": "no name"}, {"healthCheckGracePeriodSeconds": 30}, {"tags": [{"key": "aws:mine", "value": ""}]},
        {"deploymentConfiguration": {"maximumPercent": 100, "minimumHealthyPercent": 100}},
        {"deploymentConfiguration": {"strategy": "ROLLING", "canaryConfiguration": {"canaryPercent": 10}}},
        {"deploymentConfiguration": {"strategy": "CANARY", "canaryConfiguration": {"canaryPercent": 101}}},
        {"deploymentConfiguration": {"strategy": "LINEAR", "linearConfiguration": {"stepPercent": 1}}},
        {"deploymentConfiguration": {"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 1441}},
        {"deploymentConfiguration": {"strategy": "BLUE_GREEN", "lifecycleHooks": [{"targetType": "PAUSE", "lifecycleStages": ["PRODUCTION_TRAFFIC_SHIFT"]}]}},
        {"loadBalancers": [{"targetGroupArn": "arn:absent", "containerName": "web", "containerPort": 8080}]},
        {"loadBalancers": [{"targetGroupArn": "arn:absent", "containerName": "absent", "containerPort": 8080}]},
    ):  # fmt: skip
        exercise.refused("InvalidParameterException", ecs.create_service, **{**given, **wrong})
    exercise.refused("ClientException", ecs.create_service, **{**given, "taskDefinition": "absent"})
    ecs.create_service(**given)
    exercise.refused("InvalidParameterException", ecs.create_service, **given)
    of = {"cluster": CLUSTER, "service": "one"}
    exercise.refused("InvalidParameterException", ecs.update_service, **of, desiredCount=-1)
    exercise.wait(ecs, "services_stable", cluster=CLUSTER, services=["one"])
    for _ in range(100):
        (ended,) = ecs.list_service_deployments(**of)["serviceDeployments"]
        if ended["status"] == "SUCCESSFUL":
            break
        time.sleep(0.1)
    arn = ended["serviceDeploymentArn"]
    exercise.holds("a deployment that has ended is SUCCESSFUL", ended["status"] == "SUCCESSFUL")
    exercise.refused("ConflictException", ecs.stop_service_deployment, serviceDeploymentArn=arn)
    for hook in ("absent", "ecs-pause-absent"):
        exercise.refused("InvalidParameterException", ecs.continue_service_deployment, serviceDeploymentArn=arn, hookId=hook)
    exercise.refused("InvalidParameterException", ecs.list_service_deployments, **of, status=["FINE"])
    exercise.refused("ServiceNotFoundException", ecs.list_service_deployments, cluster=CLUSTER, service="absent")
    exercise.refused("ClusterContainsServicesException", ecs.delete_cluster, cluster=CLUSTER)
    ecs.update_service(**of, desiredCount=1)
    exercise.refused("InvalidParameterException", ecs.delete_service, **of)
    ecs.delete_service(**of, force=True)
    exercise.refused("ServiceNotActiveException", ecs.update_service, **of, desiredCount=1)
    exercise.wait(ecs, "services_inactive", cluster=CLUSTER, services=["one"])
    exercise.refused("ServiceNotActiveException", ecs.update_service, **of, desiredCount=1)
    exercise.refused("ServiceNotFoundException", ecs.delete_service, **of)
    ecs.deregister_task_definition(taskDefinition=made["refused definition"])
    exercise.refused("ClientException", ecs.run_task, cluster=CLUSTER, taskDefinition=made["refused definition"], networkConfiguration=NETWORK)

"""ECS: a service behind the load balancer, and a task of its own."""

import time

NETWORK = {"awsvpcConfiguration": {"subnets": ["subnet-a"], "securityGroups": ["sg-1"], "assignPublicIp": "DISABLED"}}
ABSENT = "arn:aws:ecs:ap-northeast-2:123456789012:service-deployment/exercise/web/absent"


def definition(image, version):
    return {
        "family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
        "executionRoleArn": "arn:aws:iam::123456789012:role/execution", "tags": [{"key": "version", "value": version}],
        "containerDefinitions": [{
            "name": "web", "image": image, "essential": True, "portMappings": [{"containerPort": 8080, "protocol": "tcp"}],
            "environment": [{"name": "VERSION", "value": version}],
            "logConfiguration": {"logDriver": "awslogs", "options": {
                "awslogs-group": "/ecs/exercise", "awslogs-region": "ap-northeast-2", "awslogs-stream-prefix": "web",
            }},
        }],
    }  # fmt: skip


def run(exercise, made):
    ecs = exercise.client("ecs")
    ecs.create_cluster(clusterName="exercise", tags=[{"key": "k", "value": "v"}])
    ecs.create_cluster(clusterName="empty")
    ecs.put_cluster_capacity_providers(
        cluster="empty", capacityProviders=["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategy=[{"capacityProvider": "FARGATE_SPOT", "weight": 1, "base": 1}],
    )  # fmt: skip
    exercise.holds("two clusters are two pages", len(exercise.pages(ecs, "list_clusters")) == 2)
    ecs.describe_clusters(clusters=["exercise", "absent"], include=["TAGS", "SETTINGS", "STATISTICS"])
    definitions = [ecs.register_task_definition(**definition(made["image"], version))["taskDefinition"]["taskDefinitionArn"] for version in ("1", "2")]
    described = ecs.describe_task_definition(taskDefinition="web", include=["TAGS"])
    exercise.holds("the newest revision is described", described["taskDefinition"]["revision"] == 2)
    exercise.holds("two revisions are two pages", len(exercise.pages(ecs, "list_task_definitions")) == 2)
    exercise.pages(ecs, "list_task_definition_families")
    exercise.refused("ClientException", ecs.describe_task_definition, taskDefinition="absent")
    service(exercise, ecs, made, definitions)
    staged(exercise, ecs, definitions)
    task(exercise, ecs, definitions)
    ecs.deregister_task_definition(taskDefinition=definitions[0])
    ecs.delete_cluster(cluster="empty")
    exercise.refused("ClusterNotFoundException", ecs.list_services, cluster="absent")


def service(exercise, ecs, made, definitions):
    of = {"cluster": "exercise", "services": ["web"]}
    balancer = {"targetGroupArn": made["target group"], "containerName": "web", "containerPort": 8080}
    ecs.create_service(
        cluster="exercise", serviceName="web", taskDefinition=definitions[0], desiredCount=1, launchType="FARGATE",
        networkConfiguration=NETWORK, loadBalancers=[balancer], tags=[{"key": "k", "value": "v"}],
        deploymentConfiguration={"deploymentCircuitBreaker": {"enable": True, "rollback": True}},
    )  # fmt: skip
    exercise.wait(ecs, "services_stable", **of)
    ecs.update_service(cluster="exercise", service="web", taskDefinition=definitions[1])
    exercise.wait(ecs, "services_stable", **of)
    ecs.describe_services(cluster="exercise", services=["web", "absent"], include=["TAGS"])
    ecs.create_service(cluster="exercise", serviceName="idle", taskDefinition=definitions[0], desiredCount=0, networkConfiguration=NETWORK)
    exercise.holds("two services are two pages", len(exercise.pages(ecs, "list_services", cluster="exercise")) == 2)
    deployments = ecs.list_service_deployments(cluster="exercise", service="web")["serviceDeployments"]
    exercise.holds("both deployments are listed", len(deployments) == 2)
    detail = ecs.describe_service_deployments(serviceDeploymentArns=[deployments[0]["serviceDeploymentArn"], ABSENT])
    revision = detail["serviceDeployments"][0]["targetServiceRevision"]["arn"]
    image = ecs.describe_service_revisions(serviceRevisionArns=[revision])["serviceRevisions"][0]["containerImages"][0]
    exercise.holds("the revision says which image it runs", image["imageDigest"].startswith("sha256:"))
    exercise.refused("ServiceDeploymentNotFoundException", ecs.stop_service_deployment, serviceDeploymentArn=ABSENT)
    ecs.update_service(cluster="exercise", service="web", taskDefinition=definitions[0])
    running = ecs.list_service_deployments(cluster="exercise", service="web", status=["PENDING", "IN_PROGRESS"])
    current = running["serviceDeployments"][0]["serviceDeploymentArn"]
    exercise.refused("InvalidParameterException", ecs.continue_service_deployment, serviceDeploymentArn=current, hookId="absent")
    ecs.stop_service_deployment(serviceDeploymentArn=current, stopType="ROLLBACK")
    exercise.wait(ecs, "services_stable", **of)
    ecs.delete_service(cluster="exercise", service="web", force=True)
    exercise.wait(ecs, "services_inactive", **of)
    exercise.refused("ServiceNotFoundException", ecs.update_service, cluster="exercise", service="absent")


def staged(exercise, ecs, definitions):
    """A pause of the stage in which there are no tasks yet, so that nothing has to be waited for."""
    ecs.create_service(
        cluster="exercise", serviceName="staged", taskDefinition=definitions[0], desiredCount=0, networkConfiguration=NETWORK,
        deploymentConfiguration={
            "strategy": "CANARY", "bakeTimeInMinutes": 1, "canaryConfiguration": {"canaryPercent": 10, "canaryBakeTimeInMinutes": 1},
            "lifecycleHooks": [{"targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"]}],
        },
    )  # fmt: skip
    current = ecs.list_service_deployments(cluster="exercise", service="staged")["serviceDeployments"][0]["serviceDeploymentArn"]
    hook = None
    for _ in range(50):
        shown = ecs.describe_service_deployments(serviceDeploymentArns=[current])["serviceDeployments"][0]
        hook = next(iter(shown.get("lifecycleHookDetails", [])), None)
        if hook and shown["status"] == "IN_PROGRESS":
            break
        time.sleep(0.1)
    exercise.holds("a paused deployment says what it waits for", bool(hook) and hook["status"] == "AWAITING_ACTION")
    ecs.continue_service_deployment(serviceDeploymentArn=current, hookId=hook["hookId"], action="CONTINUE")
    ecs.describe_services(cluster="exercise", services=["staged"])


def task(exercise, ecs, definitions):
    overrides = {"containerOverrides": [{"name": "web", "environment": [{"name": "A", "value": "b"}]}]}
    started = ecs.run_task(
        cluster="exercise", taskDefinition=definitions[1], count=2, networkConfiguration=NETWORK, launchType="FARGATE",
        overrides=overrides, startedBy="exercise", tags=[{"key": "k", "value": "v"}],
    )["tasks"]  # fmt: skip
    of = {"cluster": "exercise", "tasks": [each["taskArn"] for each in started]}
    exercise.wait(ecs, "tasks_running", **of)
    exercise.holds("two tasks are two pages", len(exercise.pages(ecs, "list_tasks", cluster="exercise", startedBy="exercise")) == 2)
    ecs.describe_tasks(include=["TAGS"], cluster="exercise", tasks=[*of["tasks"], "0" * 32])
    for each in of["tasks"]:
        ecs.stop_task(cluster="exercise", task=each, reason="the exercise is over")
    exercise.wait(ecs, "tasks_stopped", **of)
    stopped = ecs.describe_tasks(**of)["tasks"]
    exercise.holds("a stopped task says who stopped it", {each["stopCode"] for each in stopped} == {"UserInitiated"})

"""CodeDeploy: a service of ECS that it deploys."""

import json
import time

from containers import NETWORK


def run(exercise, made):
    ecs, elb, codedeploy = (exercise.client(name) for name in ("ecs", "elbv2", "codedeploy"))
    balancer = elb.create_load_balancer(Name="releases", Subnets=["subnet-a", "subnet-b"])["LoadBalancers"][0]["LoadBalancerArn"]
    groups = [
        elb.create_target_group(Name=name, Protocol="HTTP", Port=8080, VpcId="vpc-1", TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
        for name in ("blue", "green")
    ]
    forward = [{"Type": "forward", "TargetGroupArn": groups[0]}]
    listener = elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=forward)["Listeners"][0]["ListenerArn"]
    ecs.create_service(
        cluster="exercise", serviceName="released", taskDefinition="web:2", desiredCount=0, networkConfiguration=NETWORK,
        deploymentController={"type": "CODE_DEPLOY"}, loadBalancers=[{"targetGroupArn": groups[0], "containerName": "web", "containerPort": 8080}],
    )  # fmt: skip
    exercise.refused("InvalidParameterException", ecs.update_service, cluster="exercise", service="released", forceNewDeployment=True)
    of = {"applicationName": "exercise", "deploymentGroupName": "released"}
    exercise.refused("ApplicationDoesNotExistException", codedeploy.get_deployment_group, **of)
    codedeploy.create_application(applicationName="exercise", computePlatform="ECS")
    told = codedeploy.get_application(applicationName="exercise")["application"]
    exercise.holds("an application tells its platform", told["computePlatform"] == "ECS")
    codedeploy.create_deployment_group(
        **of, serviceRoleArn="arn:aws:iam::123456789012:role/codedeploy", ecsServices=[{"clusterName": "exercise", "serviceName": "released"}],
        blueGreenDeploymentConfiguration={"terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 1}},
        loadBalancerInfo={"targetGroupPairInfoList": [{
            "targetGroups": [{"name": "blue"}, {"name": "green"}], "prodTrafficRoute": {"listenerArns": [listener]},
        }]},
    )  # fmt: skip
    codedeploy.get_deployment_group(**of)
    properties = {"TaskDefinition": "web:2", "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 8080}}
    spec = json.dumps({"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties}}]})
    revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": spec}}
    refused(exercise, codedeploy, of, revision)
    first = codedeploy.create_deployment(**of, revision=revision)["deploymentId"]
    exercise.refused("DeploymentLimitExceededException", codedeploy.create_deployment, **of, revision=revision)
    for wait in ("READY_WAIT", "TERMINATION_WAIT"):
        exercise.refused("DeploymentIsNotInReadyStateException", codedeploy.continue_deployment, deploymentId=first, deploymentWaitType=wait)
    exercise.wait(codedeploy, "deployment_successful", deploymentId=first)
    exercise.refused("DeploymentAlreadyCompletedException", codedeploy.stop_deployment, deploymentId=first)
    exercise.refused("DeploymentAlreadyCompletedException", codedeploy.continue_deployment, deploymentId=first)
    second = codedeploy.create_deployment(**of, revision=revision, deploymentConfigName="CodeDeployDefault.ECSCanary10Percent15Minutes")["deploymentId"]
    ecs.describe_services(cluster="exercise", services=["released"])
    codedeploy.stop_deployment(deploymentId=second, autoRollbackEnabled=True)
    told = codedeploy.get_deployment(deploymentId=second)["deploymentInfo"]
    exercise.holds("a stopped deployment names its rollback", bool(told["rollbackInfo"]["rollbackDeploymentId"]))
    sha256 = told["revision"]["appSpecContent"]["sha256"]
    asked = {"revisionType": "AppSpecContent", "appSpecContent": {"sha256": sha256}}
    given = codedeploy.get_application_revision(applicationName="exercise", revision=asked)["revision"]
    exercise.holds("a revision is found by its hash", given["appSpecContent"]["content"] == spec)
    (target,) = codedeploy.list_deployment_targets(deploymentId=second)["targetIds"]
    codedeploy.get_deployment_target(deploymentId=second, targetId=target)
    listed = codedeploy.list_deployments(**of)["deployments"]
    exercise.holds("the rollback is listed too", len(listed) == 3)
    exercise.refused("DeploymentDoesNotExistException", codedeploy.get_deployment, deploymentId="d-ABSENT000")
    found = codedeploy.batch_get_deployments(deploymentIds=listed)["deploymentsInfo"]
    exercise.holds("each deployment is found by its id", sorted(each["deploymentId"] for each in found) == sorted(listed))
    exercise.wait(codedeploy, "deployment_successful", deploymentId=told["rollbackInfo"]["rollbackDeploymentId"])
    of["deploymentGroupName"] = "released-by-hand"
    codedeploy.create_deployment_group(
        **of, serviceRoleArn="arn:aws:iam::123456789012:role/codedeploy", ecsServices=[{"clusterName": "exercise", "serviceName": "released"}],
        blueGreenDeploymentConfiguration={
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 1},
            "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 60},
        },
        loadBalancerInfo={"targetGroupPairInfoList": [{
            "targetGroups": [{"name": "blue"}, {"name": "green"}], "prodTrafficRoute": {"listenerArns": [listener]},
        }]},
    )  # fmt: skip
    third = codedeploy.create_deployment(**of, revision=revision)["deploymentId"]
    for _ in range(120):
        if codedeploy.get_deployment(deploymentId=third)["deploymentInfo"]["status"] == "Ready":
            break
        time.sleep(0.5)
    codedeploy.continue_deployment(deploymentId=third, deploymentWaitType="READY_WAIT")
    exercise.wait(codedeploy, "deployment_successful", deploymentId=third)


def refused(exercise, codedeploy, of, revision):
    """What CodeDeploy does not begin, or does not know."""
    create = codedeploy.create_deployment
    exercise.refused("ApplicationDoesNotExistException", create, **{**of, "applicationName": "absent"}, revision=revision)
    exercise.refused("DeploymentGroupDoesNotExistException", create, **{**of, "deploymentGroupName": "absent"}, revision=revision)
    exercise.refused("DeploymentGroupNameRequiredException", create, applicationName=of["applicationName"], revision=revision)
    exercise.refused("DeploymentConfigDoesNotExistException", create, **of, revision=revision, deploymentConfigName="CodeDeployDefault.Absent")
    exercise.refused("RevisionRequiredException", create, **of)
    for content in ("", "{", "version: 0.0", json.dumps({"version": 0.0, "Resources": []})):
        exercise.refused("InvalidRevisionException", create, **of, revision={"revisionType": "AppSpecContent", "appSpecContent": {"content": content}})
    exercise.refused("ApplicationAlreadyExistsException", codedeploy.create_application, applicationName=of["applicationName"], computePlatform="ECS")
    exercise.refused("BatchLimitExceededException", codedeploy.batch_get_deployments, deploymentIds=[f"d-{at:09}" for at in range(26)])
    for call in (codedeploy.stop_deployment, codedeploy.continue_deployment, codedeploy.list_deployment_targets):
        exercise.refused("DeploymentDoesNotExistException", call, deploymentId="d-ABSENT000")

"""Elastic Load Balancing v2."""


def run(exercise, made):
    elb = exercise.client("elbv2")
    balancer = elb.create_load_balancer(Name="exercise", Subnets=["subnet-a", "subnet-b"], Tags=[{"Key": "k", "Value": "v"}])["LoadBalancers"][0]
    arn = balancer["LoadBalancerArn"]
    exercise.wait(elb, "load_balancer_exists", Names=["exercise"])
    exercise.wait(elb, "load_balancer_available", LoadBalancerArns=[arn])
    elb.create_load_balancer(Name="second", Subnets=["subnet-a", "subnet-b"])
    exercise.holds("two load balancers are two pages", len(exercise.pages(elb, "describe_load_balancers")) == 2)
    elb.describe_load_balancer_attributes(LoadBalancerArn=arn)
    group = elb.create_target_group(
        Name="web", Protocol="HTTP", Port=8080, VpcId="vpc-1", TargetType="ip", HealthCheckPath="/", Matcher={"HttpCode": "200"},
        HealthCheckIntervalSeconds=5, HealthCheckTimeoutSeconds=2, HealthyThresholdCount=2,
    )["TargetGroups"][0]["TargetGroupArn"]  # fmt: skip
    spare = elb.create_target_group(Name="spare", Protocol="HTTP", Port=80, VpcId="vpc-1", TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
    exercise.holds("two target groups are two pages", len(exercise.pages(elb, "describe_target_groups")) == 2)
    changed = elb.modify_target_group(TargetGroupArn=spare, HealthCheckPath="/health", UnhealthyThresholdCount=3)["TargetGroups"][0]
    exercise.holds("a change keeps the rest", (changed["HealthCheckPath"], changed["Port"]) == ("/health", 80))
    elb.describe_target_group_attributes(TargetGroupArn=spare)
    delay = {"Key": "deregistration_delay.timeout_seconds", "Value": "5"}
    elb.modify_target_group_attributes(TargetGroupArn=group, Attributes=[delay])
    exercise.refused("ValidationError", elb.modify_target_group_attributes, TargetGroupArn=group, Attributes=[{"Key": "x", "Value": "y"}])
    forward = {"Type": "forward", "TargetGroupArn": group}
    fixed = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404", "ContentType": "text/plain", "MessageBody": "no"}}
    listener = elb.create_listener(LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=[fixed])["Listeners"][0]["ListenerArn"]
    other = elb.create_listener(LoadBalancerArn=arn, Protocol="HTTP", Port=81, DefaultActions=[fixed])["Listeners"][0]["ListenerArn"]
    elb.modify_listener(ListenerArn=listener, DefaultActions=[forward])
    exercise.holds("two listeners are two pages", len(exercise.pages(elb, "describe_listeners", LoadBalancerArn=arn)) == 2)
    rules(exercise, elb, listener, group, spare)
    target = {"TargetGroupArn": group, "Targets": [{"Id": "127.0.0.1", "Port": int(exercise.cloud["endpoint"].rpartition(":")[2])}]}
    elb.modify_target_group(TargetGroupArn=group, HealthCheckPath="/_golive/health")
    elb.register_targets(**target)
    exercise.wait(elb, "target_in_service", **target)
    elb.describe_target_health(TargetGroupArn=group)
    elb.deregister_targets(**target)
    exercise.wait(elb, "target_deregistered", **target)
    elb.modify_target_group(TargetGroupArn=group, HealthCheckPath="/")
    elb.delete_listener(ListenerArn=other)
    elb.delete_target_group(TargetGroupArn=spare)
    exercise.refused("ResourceInUse", elb.delete_target_group, TargetGroupArn=group)
    exercise.refused("TargetGroupNotFound", elb.describe_target_health, TargetGroupArn=spare)
    exercise.refused("LoadBalancerNotFound", elb.describe_load_balancers, Names=["absent"])
    second = elb.describe_load_balancers(Names=["second"])["LoadBalancers"][0]["LoadBalancerArn"]
    elb.delete_load_balancer(LoadBalancerArn=second)
    exercise.wait(elb, "load_balancers_deleted", LoadBalancerArns=[second])
    made["target group"] = group


def rules(exercise, elb, listener, group, spare):
    weighted = {
        "Type": "forward",
        "ForwardConfig": {"TargetGroups": [{"TargetGroupArn": group, "Weight": 9}, {"TargetGroupArn": spare, "Weight": 1}]},
    }
    path = {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/api/*"]}}
    rule = elb.create_rule(ListenerArn=listener, Priority=10, Conditions=[path], Actions=[weighted])["Rules"][0]["RuleArn"]
    redirect = {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
    elb.modify_rule(RuleArn=rule, Conditions=[{"Field": "host-header", "Values": ["api.test"]}], Actions=[redirect])
    exercise.refused("PriorityInUse", elb.create_rule, ListenerArn=listener, Priority=10, Conditions=[path], Actions=[weighted])
    elb.set_rule_priorities(RulePriorities=[{"RuleArn": rule, "Priority": 20}])
    pages = exercise.pages(elb, "describe_rules", ListenerArn=listener)
    exercise.holds("a rule and the default are two pages", len(pages) == 2)
    elb.delete_rule(RuleArn=rule)
    exercise.refused("RuleNotFound", elb.delete_rule, RuleArn=rule)

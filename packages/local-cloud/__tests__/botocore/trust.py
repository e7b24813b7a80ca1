"""STS, IAM, Secrets Manager, Systems Manager parameters and Service Quotas."""

import base64
import json

ROLE = "arn:aws:iam::123456789012:role/deploy"


def run(exercise, made):
    sts = exercise.client("sts")
    exercise.holds("the caller is a user", ":user/" in sts.get_caller_identity()["Arn"])
    session = sts.assume_role(RoleArn=ROLE, RoleSessionName="exercise")
    exercise.holds("credentials of a role are temporary", session["Credentials"]["AccessKeyId"].startswith("ASIA"))
    part = lambda value: base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")  # noqa: E731
    token = ".".join([part({"alg": "none"}), part({"sub": "repo:a/b", "aud": "sts.amazonaws.com", "iss": "https://i"}), "x"])
    sts.assume_role_with_web_identity(RoleArn=ROLE, RoleSessionName="exercise", WebIdentityToken=token)
    exercise.refused("ValidationError", sts.assume_role, RoleArn="arn:aws:iam::123456789012:deploy", RoleSessionName="exercise")

    iam = exercise.client("iam")
    iam.create_role(RoleName="task", AssumeRolePolicyDocument=json.dumps({"Statement": []}))
    exercise.holds("a trust policy comes back as it went", iam.get_role(RoleName="task")["Role"]["AssumeRolePolicyDocument"] == {"Statement": []})
    exercise.pages(iam, "list_roles")
    iam.delete_role(RoleName="task")
    exercise.refused("NoSuchEntity", iam.get_role, RoleName="task")

    secrets = exercise.client("secretsmanager")
    secrets.create_secret(Name="exercise/db", SecretString="one", Description="for the exercise", Tags=[{"Key": "k", "Value": "v"}])
    secrets.put_secret_value(SecretId="exercise/db", SecretString="two")
    exercise.holds("the newest value is current", secrets.get_secret_value(SecretId="exercise/db")["SecretString"] == "two")
    old = secrets.get_secret_value(SecretId="exercise/db", VersionStage="AWSPREVIOUS")
    exercise.holds("the old one is previous", old["SecretString"] == "one")
    secrets.describe_secret(SecretId="exercise/db")
    secrets.create_secret(Name="exercise/bytes", SecretBinary=b"\x00\xff")
    exercise.holds("bytes stay bytes", secrets.get_secret_value(SecretId="exercise/bytes")["SecretBinary"] == b"\x00\xff")
    exercise.pages(secrets, "list_secrets")
    secrets.delete_secret(SecretId="exercise/bytes", RecoveryWindowInDays=7)
    secrets.restore_secret(SecretId="exercise/bytes")
    exercise.refused("ResourceNotFoundException", secrets.get_secret_value, SecretId="exercise/absent")

    ssm = exercise.client("ssm")
    ssm.put_parameter(Name="/exercise/level", Value="info", Type="String")
    got = ssm.get_parameters(Names=["/exercise/level", "/exercise/absent"])
    exercise.holds("absent parameters are named", got["InvalidParameters"] == ["/exercise/absent"])
    exercise.pages(ssm, "describe_parameters")
    ssm.delete_parameter(Name="/exercise/level")
    exercise.refused("ParameterNotFound", ssm.delete_parameter, Name="/exercise/level")

    quotas = exercise.client("service-quotas")
    exercise.pages(quotas, "list_service_quotas", ServiceCode="fargate")
    quotas.get_service_quota(ServiceCode="fargate", QuotaCode="L-3032A538")
    exercise.refused("NoSuchResourceException", quotas.get_service_quota, ServiceCode="fargate", QuotaCode="L-0")

"""Route 53."""


def run(exercise, made):
    dns = exercise.client("route53")
    zone = dns.create_hosted_zone(Name="exercise.test", CallerReference="1", HostedZoneConfig={"Comment": "of the exercise"})
    exercise.wait(dns, "resource_record_sets_changed", Id=zone["ChangeInfo"]["Id"])
    dns.create_hosted_zone(Name="other.test", CallerReference="2")
    zone_id = zone["HostedZone"]["Id"]
    exercise.holds("two zones are two pages", len(exercise.pages(dns, "list_hosted_zones")) == 2)
    dns.list_hosted_zones_by_name(DNSName="exercise.test", MaxItems="1")
    dns.get_hosted_zone(Id=zone_id)
    plain = {"Name": "api.exercise.test", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
    alias = {
        "Name": "app.exercise.test", "Type": "A",
        "AliasTarget": {"HostedZoneId": "ZWKZPGTI48KDX", "DNSName": "a.ap-northeast-2.elb.amazonaws.com", "EvaluateTargetHealth": True},
    }  # fmt: skip
    weighted = {**plain, "Name": "w.exercise.test", "SetIdentifier": "blue", "Weight": 10}
    batch = lambda action, *records: {"Comment": "batch", "Changes": [{"Action": action, "ResourceRecordSet": each} for each in records]}  # noqa: E731
    change = dns.change_resource_record_sets(HostedZoneId=zone_id, ChangeBatch=batch("CREATE", plain, alias, weighted))
    dns.get_change(Id=change["ChangeInfo"]["Id"])
    exercise.wait(dns, "resource_record_sets_changed", Id=change["ChangeInfo"]["Id"])
    pages = exercise.pages(dns, "list_resource_record_sets", HostedZoneId=zone_id)
    sets = [each for page in pages for each in page["ResourceRecordSets"]]
    exercise.holds("five record sets are five pages", len(pages) == 5 and len(sets) == 5)
    exercise.holds("a record set comes back as it went", {**plain, "Name": "api.exercise.test."} in sets)
    exercise.refused("InvalidChangeBatch", dns.change_resource_record_sets, HostedZoneId=zone_id, ChangeBatch=batch("CREATE", plain))
    exercise.refused("HostedZoneNotEmpty", dns.delete_hosted_zone, Id=zone_id)
    dns.change_resource_record_sets(HostedZoneId=zone_id, ChangeBatch=batch("DELETE", plain, alias, weighted))
    dns.delete_hosted_zone(Id=zone_id)
    exercise.refused("NoSuchHostedZone", dns.get_hosted_zone, Id=zone_id)

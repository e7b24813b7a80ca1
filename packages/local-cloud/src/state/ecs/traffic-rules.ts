/**
 * Whether listener rules let traffic be shifted between two target groups. A deployment over rules that do not goes back:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */
import type { BoundLoadBalancer } from './model.ts';
import { wentBack } from './wording.ts';

/** The ARNs of the target groups that a rule forwards to; undefined when there is no such rule. */
export type ForwardsTo = (ruleArn: string) => readonly string[] | undefined;

/** ECS's words for the first mistake of a deployment's rules; undefined where there is none. */
export function mistakeOfRules(balancers: readonly BoundLoadBalancer[], forwardsTo: ForwardsTo): string | undefined {
  for (const { targetGroupArn, otherTargetGroupArn, advancedConfiguration: rules } of balancers) {
    if (otherTargetGroupArn === undefined || !rules?.productionListenerRule) continue;
    const own = [targetGroupArn, otherTargetGroupArn];
    const production = forwardsTo(rules.productionListenerRule);
    const test = rules.testListenerRule === undefined ? [] : forwardsTo(rules.testListenerRule);
    if (!production || !test) return wentBack.network('One or more rules not found');
    const strange = production.find((arn) => !own.includes(arn));
    if (strange !== undefined)
      return wentBack.network(
        `Production listener rule is forwarding traffic to unexpected target group ${strange}. Expected traffic to be forwarded to either targetGroupArn: ${targetGroupArn} or alternateTargetGroupArn: ${otherTargetGroupArn}`,
      );
    if (!own.every((arn) => production.includes(arn) || test.includes(arn)))
      return wentBack.network(
        'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.',
      );
  }
  return undefined;
}
